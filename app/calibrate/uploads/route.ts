import { allowed } from "@/lib/server/allowed";
import { receiveUploadResponse } from "@/lib/server/uploads-response";

export const dynamic = "force-dynamic";

export const POST = allowed("POST /calibrate/uploads", (request: Request) => receiveUploadResponse(request));
