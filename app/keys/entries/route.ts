import { allowed } from "@/lib/server/allowed";
import { createKeyResponse, keysResponse } from "@/lib/server/api-keys-response";

export const dynamic = "force-dynamic";

export const GET = allowed("GET /keys/entries", keysResponse);

export const POST = allowed("POST /keys/entries", createKeyResponse);
