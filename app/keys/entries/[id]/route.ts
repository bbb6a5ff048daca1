import { changeKeyResponse, revokeKeyResponse } from "@/lib/server/api-keys-response";

type Params = { readonly params: Promise<{ readonly id: string }> };

export async function PATCH(request: Request, { params }: Params): Promise<Response> {
  return changeKeyResponse((await params).id, request);
}

export async function DELETE(_: Request, { params }: Params): Promise<Response> {
  return revokeKeyResponse((await params).id);
}
