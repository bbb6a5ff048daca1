import { benchmarkResponse } from "@/lib/server/benchmark-response";

export const dynamic = "force-dynamic";

type Params = { readonly params: Promise<{ readonly name: string }> };

export async function GET(request: Request, { params }: Params): Promise<Response> {
  return benchmarkResponse((await params).name, request.headers.get("if-none-match"));
}
