import { allowed } from "@/lib/http/allowed";
import { explanationResponse } from "@/lib/pages/playground/explanation-response";

type Params = { readonly params: Promise<{ readonly router: string }> };

export const POST = allowed("POST /explanations/[router]", async (request: Request, { params }: Params) =>
  explanationResponse((await params).router, request),
);
