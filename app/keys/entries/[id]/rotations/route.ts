import { allowed } from "@/lib/http/allowed";
import { rotateKeyResponse } from "@/lib/pages/account/api-keys-response";

type Params = { readonly params: Promise<{ readonly id: string }> };

export const POST = allowed("POST /keys/entries/[id]/rotations", async (request: Request, { params }: Params) =>
  rotateKeyResponse((await params).id, request),
);
