import { allowed } from "@/lib/http/allowed";
import { deleteUploadResponse, uploadResponse } from "@/lib/pages/calibrate/uploads-response";

type Params = { readonly params: Promise<{ readonly id: string }> };

export const GET = allowed("GET /calibrate/uploads/[id]", async (request: Request, { params }: Params) =>
  uploadResponse((await params).id, request),
);

export const DELETE = allowed("DELETE /calibrate/uploads/[id]", async (_request: Request, { params }: Params) =>
  deleteUploadResponse((await params).id),
);
