import { allowed } from "@/lib/http/allowed";
import { inviteResponse, listPeopleResponse } from "@/lib/pages/account/people-responses";

export const dynamic = "force-dynamic";

export const GET = allowed("GET /people/entries", listPeopleResponse);

export const POST = allowed("POST /people/entries", inviteResponse);
