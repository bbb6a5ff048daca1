import { maySee } from "@/lib/access/ownership";
import { currentVisitor } from "@/lib/access/visitor";
import { RoutingError } from "@/lib/domain/routing-error";
import { answerRequest } from "@/lib/http/answer-request";
import { readJsonRequest } from "@/lib/http/read-json-request";
import type { RunEngine } from "@/lib/runs/run-engine";
import { scoringRunRequestSchema } from "@/lib/schemas/files/scoring-run";
import { getRunEngine } from "@/lib/scoring/scoring-runs";
import { requireOwnUpload } from "@/lib/scoring/uploaded-files";

/** Two ids, a column's name and some routers. */
const MAXIMUM_BYTES = 100_000;

/** @returns the engine, for a run that the visitor may see. @throws RoutingError `not_found` for any other. */
async function engineForRun(id: string): Promise<RunEngine> {
  const engine = await getRunEngine();
  const { owner } = await engine.find(id);
  if (!maySee(await currentVisitor(), owner)) {
    const message = "There is no such scoring run; it may have been deleted.";
    throw new RoutingError({ code: "not_found", parameter: "run", message });
  }
  return engine;
}

/** `POST /calibrate/runs`: 201 with the run that has begun. */
export const startRunResponse = (request: Request): Promise<Response> =>
  answerRequest(201, async () => {
    const asked = await readJsonRequest({ request, schema: scoringRunRequestSchema, maximumBytes: MAXIMUM_BYTES });
    const visitor = await currentVisitor();
    await requireOwnUpload(asked.upload, visitor);
    return (await getRunEngine()).start(asked, visitor.id);
  });

/** `GET /calibrate/runs`: the newest first. */
export const listRunsResponse = (): Promise<Response> =>
  answerRequest(200, async () => {
    const visitor = await currentVisitor();
    return (await getRunEngine()).list(({ owner }) => maySee(visitor, owner));
  });

/** `GET /calibrate/runs/ID/state`: how far it is. */
export const runResponse = (id: string): Promise<Response> =>
  answerRequest(200, async () => (await engineForRun(id)).find(id));

/** `POST /calibrate/runs/ID/cancel`: how far it got. */
export const cancelRunResponse = (id: string): Promise<Response> =>
  answerRequest(200, async () => (await engineForRun(id)).cancel(id));

/** `DELETE /calibrate/runs/ID/state`: 204 once nothing is known of the run any more. */
export const forgetRunResponse = (id: string): Promise<Response> =>
  answerRequest(204, async () => (await engineForRun(id)).forget(id));

/** `GET /calibrate/runs/ID/result`: 409 until there is one. */
export const runResultResponse = (id: string): Promise<Response> =>
  answerRequest(200, async () => (await engineForRun(id)).result(id));
