import "server-only";
import { scoringRunRequestSchema } from "@/lib/schemas/scoring-run";
import { answerRequest } from "./answer-request";
import { readJsonRequest } from "./read-json-request";
import { getRunEngine } from "./scoring-runs";

/** Two ids, a column's name and some routers. */
const MAXIMUM_BYTES = 100_000;

/** `POST /calibrate/runs`: 201 with the run that has begun. */
export const startRunResponse = (request: Request): Promise<Response> =>
  answerRequest(201, async () => {
    const asked = await readJsonRequest({ request, schema: scoringRunRequestSchema, maximumBytes: MAXIMUM_BYTES });
    return (await getRunEngine()).start(asked);
  });

/** `GET /calibrate/runs`: the newest first. */
export const listRunsResponse = (): Promise<Response> => answerRequest(200, async () => (await getRunEngine()).list());

/** `GET /calibrate/runs/ID/state`: how far it is. */
export const runResponse = (id: string): Promise<Response> =>
  answerRequest(200, async () => (await getRunEngine()).find(id));

/** `POST /calibrate/runs/ID/cancel`: how far it got. */
export const cancelRunResponse = (id: string): Promise<Response> =>
  answerRequest(200, async () => (await getRunEngine()).cancel(id));

/** `DELETE /calibrate/runs/ID/state`: 204 once nothing is known of the run any more. */
export const forgetRunResponse = (id: string): Promise<Response> =>
  answerRequest(204, async () => (await getRunEngine()).forget(id));

/** `GET /calibrate/runs/ID/result`: 409 until there is one. */
export const runResultResponse = (id: string): Promise<Response> =>
  answerRequest(200, async () => (await getRunEngine()).result(id));
