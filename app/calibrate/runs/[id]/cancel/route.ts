import { cancelRunResponse } from "@/lib/server/run-responses";

type Params = { readonly params: Promise<{ readonly id: string }> };

export async function POST(_: Request, { params }: Params): Promise<Response> {
  return cancelRunResponse((await params).id);
}
