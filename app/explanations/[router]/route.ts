import { explanationResponse } from "@/lib/server/explanation-response";

type Params = { readonly params: Promise<{ readonly router: string }> };

export async function POST(request: Request, { params }: Params): Promise<Response> {
  return explanationResponse((await params).router, request);
}
