import { answerRequest } from "@/lib/http/answer-request";
import { readJsonRequest } from "@/lib/http/read-json-request";
import { cancelRetraining, readRetraining, startRetraining } from "@/lib/retraining/retraining-service";
import { confirmRouters, returnToShipped } from "@/lib/runtime/router-versions";
import { retrainingRequestSchema } from "@/lib/schemas/web/retraining-state";

const MAXIMUM_BYTES = 1000;

/** `GET /chat/retraining`. */
export const retrainingResponse = (): Promise<Response> => answerRequest(200, readRetraining);

/**
 * `POST /chat/retraining`: `{"action":"start"}`, `{"action":"use","version":…}` or `{"action":"shipped"}`; answered with how
 * things stand then. 409 if it does not go with what is there.
 */
export const retrainingActionResponse = (request: Request): Promise<Response> =>
  answerRequest(200, async () => {
    const schema = retrainingRequestSchema;
    const asked = await readJsonRequest({ request, schema, maximumBytes: MAXIMUM_BYTES });
    if (asked.action === "start") await startRetraining();
    else if (asked.action === "use") await confirmRouters(asked.version);
    else await returnToShipped();
    return readRetraining();
  });

/** `DELETE /chat/retraining`: cancels the training that is under way, or discards the routers that wait. */
export const cancelRetrainingResponse = (): Promise<Response> =>
  answerRequest(200, async () => {
    await cancelRetraining();
    return readRetraining();
  });
