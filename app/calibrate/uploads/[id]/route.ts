import { deleteUploadResponse, uploadResponse } from "@/lib/server/uploads-response";

type Params = { readonly params: Promise<{ readonly id: string }> };

export async function GET(request: Request, { params }: Params): Promise<Response> {
  return uploadResponse((await params).id, request);
}

export async function DELETE(_request: Request, { params }: Params): Promise<Response> {
  return deleteUploadResponse((await params).id);
}
