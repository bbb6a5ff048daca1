import { allowed } from "@/lib/http/allowed";
import { benchmarkResponse } from "@/lib/pages/explore/benchmark-response";

export const dynamic = "force-dynamic";

type Params = { readonly params: Promise<{ readonly name: string }> };

export const GET = allowed("GET /benchmarks/[name]", async (request: Request, { params }: Params) =>
  benchmarkResponse((await params).name, request.headers.get("if-none-match")),
);
