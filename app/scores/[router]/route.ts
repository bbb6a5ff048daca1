import { remoteScoreResponse } from "@/lib/server/remote-score-response";

type Params = { readonly params: Promise<{ readonly router: string }> };

export async function POST(request: Request, { params }: Params): Promise<Response> {
  return remoteScoreResponse((await params).router, request);
}
