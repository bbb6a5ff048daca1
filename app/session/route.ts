import { allowed } from "@/lib/http/allowed";
import { changePasswordResponse, signInResponse, signOutResponse } from "@/lib/pages/account/session-responses";

export const dynamic = "force-dynamic";

export const POST = allowed("POST /session", signInResponse);

export const PATCH = allowed("PATCH /session", changePasswordResponse);

export const DELETE = allowed("DELETE /session", signOutResponse);
