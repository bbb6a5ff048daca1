import { deleteVotesResponse, voteResponse, votesResponse } from "@/lib/server/votes-response";

export const dynamic = "force-dynamic";

export const GET = (request: Request): Promise<Response> => votesResponse(request);

export const POST = (request: Request): Promise<Response> => voteResponse(request);

export const DELETE = (): Promise<Response> => deleteVotesResponse();
