import { rotateKeyResponse } from "@/lib/server/api-keys-response";

type Params = { readonly params: Promise<{ readonly id: string }> };

export async function POST(request: Request, { params }: Params): Promise<Response> {
  return rotateKeyResponse((await params).id, request);
}
