import { allowed } from "@/lib/http/allowed";
import { questionQuery, questionsResponse } from "@/lib/pages/explore/questions-response";

export const dynamic = "force-dynamic";

type Params = { readonly params: Promise<{ readonly name: string }> };

export const GET = allowed("GET /questions/[name]", async (request: Request, { params }: Params) =>
  questionsResponse((await params).name, questionQuery(new URL(request.url).searchParams)),
);
