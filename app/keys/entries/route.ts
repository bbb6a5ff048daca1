import { allowed } from "@/lib/http/allowed";
import { createKeyResponse, keysResponse } from "@/lib/pages/account/api-keys-response";

export const dynamic = "force-dynamic";

export const GET = allowed("GET /keys/entries", keysResponse);

export const POST = allowed("POST /keys/entries", createKeyResponse);
