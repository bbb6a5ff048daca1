import { forgetRunResponse, runResponse } from "@/lib/server/run-responses";

export const dynamic = "force-dynamic";

type Params = { readonly params: Promise<{ readonly id: string }> };

export async function GET(_: Request, { params }: Params): Promise<Response> {
  return runResponse((await params).id);
}

export async function DELETE(_: Request, { params }: Params): Promise<Response> {
  return forgetRunResponse((await params).id);
}
