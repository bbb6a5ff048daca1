import { allowed } from "@/lib/http/allowed";
import { changeKeyResponse, revokeKeyResponse } from "@/lib/pages/account/api-keys-response";

type Params = { readonly params: Promise<{ readonly id: string }> };

export const PATCH = allowed("PATCH /keys/entries/[id]", async (request: Request, { params }: Params) =>
  changeKeyResponse((await params).id, request),
);

export const DELETE = allowed("DELETE /keys/entries/[id]", async (_: Request, { params }: Params) =>
  revokeKeyResponse((await params).id),
);
