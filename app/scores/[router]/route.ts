import { allowed } from "@/lib/server/allowed";
import { remoteScoreResponse } from "@/lib/server/remote-score-response";

type Params = { readonly params: Promise<{ readonly router: string }> };

export const POST = allowed("POST /scores/[router]", async (request: Request, { params }: Params) =>
  remoteScoreResponse((await params).router, request),
);
