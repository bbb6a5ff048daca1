import { allowed } from "@/lib/http/allowed";
import { deleteVotesResponse, voteResponse, votesResponse } from "@/lib/pages/chat/votes-response";

export const dynamic = "force-dynamic";

export const GET = allowed("GET /chat/votes", (request: Request) => votesResponse(request));

export const POST = allowed("POST /chat/votes", (request: Request) => voteResponse(request));

export const DELETE = allowed("DELETE /chat/votes", () => deleteVotesResponse());
