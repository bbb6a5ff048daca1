import { z } from "zod";
import { ownerSeenBy } from "@/lib/access/ownership";
import { currentVisitor, requireRole } from "@/lib/access/visitor";
import { RoutingError } from "@/lib/domain/routing-error";
import { answerRequest } from "@/lib/http/answer-request";
import { readJsonRequest } from "@/lib/http/read-json-request";
import { toByteStream } from "@/lib/http/to-byte-stream";
import { getDatabase, isDatabaseAbsent } from "@/lib/runtime/database";
import { isSimulatedVote, type VoteRequest, voteIdSchema, voteRequestSchema } from "@/lib/schemas/web/vote";
import { countVotes, deleteVotes, keepVote, readVotes } from "@/lib/storage/votes";
import { exportVotes, VOTE_FORMATS } from "./export-votes";

/** A prompt and two answers of the longest kind, in JSON and UTF-8. */
const MAXIMUM_BYTES = 4_000_000;
const formatSchema = z.enum(VOTE_FORMATS);

/** `POST /chat/votes`: 201 with the count of votes; sent twice, it is kept once. */
export const voteResponse = (request: Request): Promise<Response> =>
  answerRequest(201, async () => {
    const vote = await readJsonRequest({ request, schema: voteRequestSchema, maximumBytes: MAXIMUM_BYTES });
    const database = await getDatabase();
    const visitor = await currentVisitor();
    const kept = { ...withoutHalves(vote), savedAt: new Date().toISOString(), simulated: isSimulatedVote(vote) };
    await keepVote(database, kept, visitor.id);
    return countVotes(database, ownerSeenBy(visitor));
  });

/** `GET /chat/votes`: how many there are; with `?format=csv` or `jsonl` those that may be learned from, as a file. */
export async function votesResponse(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get("format");
  const format = formatSchema.safeParse(asked).data;
  if (format === undefined) {
    return answerRequest(200, async () => {
      if (asked === null) {
        if (await isDatabaseAbsent()) return { all: 0, real: 0 };
        return countVotes(await getDatabase(), ownerSeenBy(await currentVisitor()));
      }
      const message = `format must be one of ${VOTE_FORMATS.join(", ")}, but it was ${JSON.stringify(asked)}.`;
      throw new RoutingError({ code: "invalid_argument", parameter: "format", message });
    });
  }
  // Only what fails before the first byte can still be answered as a failure.
  const opened = await answerRequest(204, async () => {
    // With everybody's prompts and answers in it.
    await requireRole("admin");
    await getDatabase();
  });
  if (!opened.ok) return opened;
  const text = exportVotes(readVotes(await getDatabase()), format);
  const type = format === "csv" ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8";
  return new Response(toByteStream(text), {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="routellm-votes.${format}"`,
      "Cache-Control": "no-store",
    },
  });
}

/**
 * `DELETE /chat/votes`: all of them, an admin everybody's and others their own; `DELETE /chat/votes/ID`: one, 404 if it
 * is not there, or somebody else's.
 */
export const deleteVotesResponse = (id?: string): Promise<Response> =>
  answerRequest(204, async () => {
    const isNoId = id !== undefined && !voteIdSchema.safeParse(id).success;
    const owner = ownerSeenBy(await currentVisitor());
    const gone = isNoId ? 0 : await deleteVotes(await getDatabase(), id, owner);
    if (id === undefined || gone > 0) return;
    throw new RoutingError({ code: "not_found", parameter: "id", message: "There is no such vote." });
  });

/** Unpaired surrogates have no UTF-8: the database would refuse them. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");

const withoutHalves = (vote: VoteRequest): VoteRequest => ({
  ...vote,
  prompt: wellFormed(vote.prompt),
  answerA: wellFormed(vote.answerA),
  answerB: wellFormed(vote.answerB),
});
