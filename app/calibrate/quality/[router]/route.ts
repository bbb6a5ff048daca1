import { allowed } from "@/lib/http/allowed";
import { benchmarkQualityResponse } from "@/lib/pages/calibrate/quality-response";

type Params = { readonly params: Promise<{ readonly router: string }> };

export const GET = allowed("GET /calibrate/quality/[router]", async (_: Request, { params }: Params) =>
  benchmarkQualityResponse((await params).router),
);
