import { allowed } from "@/lib/server/allowed";
import { benchmarkQualityResponse } from "@/lib/server/benchmark-quality";

type Params = { readonly params: Promise<{ readonly router: string }> };

export const GET = allowed("GET /calibrate/quality/[router]", async (_: Request, { params }: Params) =>
  benchmarkQualityResponse((await params).router),
);
