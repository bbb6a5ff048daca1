import { allowed } from "@/lib/http/allowed";
import { acceptInvitationResponse } from "@/lib/pages/account/session-responses";

export const dynamic = "force-dynamic";

export const POST = allowed("POST /session/invitation", acceptInvitationResponse);
