import { runResultResponse } from "@/lib/server/run-responses";

export const dynamic = "force-dynamic";

type Params = { readonly params: Promise<{ readonly id: string }> };

export async function GET(_: Request, { params }: Params): Promise<Response> {
  return runResultResponse((await params).id);
}
