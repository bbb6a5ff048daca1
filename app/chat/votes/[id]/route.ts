import { allowed } from "@/lib/http/allowed";
import { deleteVotesResponse } from "@/lib/pages/chat/votes-response";

type Params = { readonly params: Promise<{ readonly id: string }> };

export const DELETE = allowed("DELETE /chat/votes/[id]", async (_: Request, { params }: Params) =>
  deleteVotesResponse((await params).id),
);
