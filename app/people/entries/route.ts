import { allowed } from "@/lib/server/allowed";
import { inviteResponse, listPeopleResponse } from "@/lib/server/people-responses";

export const dynamic = "force-dynamic";

export const GET = allowed("GET /people/entries", listPeopleResponse);

export const POST = allowed("POST /people/entries", inviteResponse);
