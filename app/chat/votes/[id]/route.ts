import { deleteVotesResponse } from "@/lib/server/votes-response";

type Params = { readonly params: Promise<{ readonly id: string }> };

export async function DELETE(_: Request, { params }: Params): Promise<Response> {
  return deleteVotesResponse((await params).id);
}
