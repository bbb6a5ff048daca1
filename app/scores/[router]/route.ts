import { allowed } from "@/lib/http/allowed";
import { remoteScoreResponse } from "@/lib/pages/playground/remote-score-response";

type Params = { readonly params: Promise<{ readonly router: string }> };

export const POST = allowed("POST /scores/[router]", async (request: Request, { params }: Params) =>
  remoteScoreResponse((await params).router, request),
);
