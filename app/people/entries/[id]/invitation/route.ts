import { allowed } from "@/lib/http/allowed";
import { inviteAgainResponse } from "@/lib/pages/account/people-responses";

type Params = { readonly params: Promise<{ readonly id: string }> };

export const POST = allowed("POST /people/entries/[id]/invitation", async (_: Request, { params }: Params) =>
  inviteAgainResponse((await params).id),
);
