import { questionQuery, questionsResponse } from "@/lib/server/questions-response";

export const dynamic = "force-dynamic";

type Params = { readonly params: Promise<{ readonly name: string }> };

export async function GET(request: Request, { params }: Params): Promise<Response> {
  return questionsResponse((await params).name, questionQuery(new URL(request.url).searchParams));
}
