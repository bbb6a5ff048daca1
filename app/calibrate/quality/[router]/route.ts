import { benchmarkQualityResponse } from "@/lib/server/benchmark-quality";

type Params = { readonly params: Promise<{ readonly router: string }> };

export async function GET(_: Request, { params }: Params): Promise<Response> {
  return benchmarkQualityResponse((await params).router);
}
