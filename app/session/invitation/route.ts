import { allowed } from "@/lib/server/allowed";
import { acceptInvitationResponse } from "@/lib/server/session-responses";

export const dynamic = "force-dynamic";

export const POST = allowed("POST /session/invitation", acceptInvitationResponse);
