import { z } from "zod";
import { RoutingError } from "@/lib/domain/routing-error";
import { answerRequest, respond } from "@/lib/http/answer-request";
import { toByteStream } from "@/lib/http/to-byte-stream";
import { getDatabase, isDatabaseAbsent } from "@/lib/runtime/database";
import { readDecisionsKept } from "@/lib/runtime/env";
import { deleteDecisions, readDecisions, summarizeDecisions } from "@/lib/storage/decisions";
import { DECISION_FORMATS, exportDecisions } from "./export-decisions";

const querySchema = z.object({
  format: z.enum(DECISION_FORMATS, { error: `must be one of ${DECISION_FORMATS.join(", ")}` }).optional(),
  since: z
    .union([z.iso.date(), z.iso.datetime({ offset: true })], {
      error: "must be a date or a time, such as 2026-11-23 or 2026-11-23T08:00:00Z",
    })
    .transform((text) => new Date(text).toISOString())
    .optional(),
});

/**
 * `GET /chat/decisions`: how many there are, by router and choice; with `?format=csv` or `jsonl` all of them, as a file;
 * with `?since=` only those from that time on.
 */
export const decisionsResponse = (request: Request): Promise<Response> =>
  respond(async () => {
    const { format, since } = readQuery(new URL(request.url).searchParams);
    if (format === undefined) {
      return answerRequest(200, async () => ({
        ...((await isDatabaseAbsent()) ? { all: 0, groups: [] } : await summarizeDecisions(await getDatabase(), since)),
        kept: readDecisionsKept(),
      }));
    }
    // Only what fails before the first byte can still be answered as a failure.
    const text = exportDecisions(readDecisions(await getDatabase(), since), format);
    return new Response(toByteStream(text), {
      headers: {
        "Content-Type": format === "csv" ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8",
        "Content-Disposition": `attachment; filename="routellm-decisions.${format}"`,
        "Cache-Control": "no-store",
      },
    });
  });

/** `DELETE /chat/decisions`: all of them. */
export const deleteDecisionsResponse = (): Promise<Response> =>
  answerRequest(204, async () => {
    if (!(await isDatabaseAbsent())) await deleteDecisions(await getDatabase());
  });

function readQuery(parameters: URLSearchParams) {
  const parsed = querySchema.safeParse(Object.fromEntries(parameters));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0]);
  const message = `${name} ${issue?.message}, but it was ${JSON.stringify(parameters.get(name))}.`;
  throw new RoutingError({ code: "invalid_argument", parameter: name, message });
}
