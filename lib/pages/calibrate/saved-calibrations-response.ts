import { z } from "zod";
import { currentVisitor, requireRole } from "@/lib/access/visitor";
import { RoutingError } from "@/lib/domain/routing-error";
import { answerRequest } from "@/lib/http/answer-request";
import { readJsonRequest } from "@/lib/http/read-json-request";
import {
  changeCalibrationRequestSchema,
  saveCalibrationRequestSchema,
} from "@/lib/schemas/web/saved-calibration-request";
import {
  changeSaved,
  deleteSaved,
  listSaved,
  requireOwnSaved,
  restoreSaved,
  save,
} from "@/lib/serving/calibration-library";

/** A hand-over is 2 kB, and 1,001 thresholds of full precision are 22 kB. */
const MAXIMUM_BYTES = 100_000;

const uuid = z.uuid();

function checkId(id: string): string {
  if (uuid.safeParse(id).success) return id;
  throw new RoutingError({ code: "not_found", parameter: "id", message: "There is no such saved calibration." });
}

/** `GET /calibrate/saved`: all of them, the newest first. */
export const listSavedResponse = (): Promise<Response> =>
  answerRequest(200, async () => listSaved(await currentVisitor()));

/** `POST /calibrate/saved`: 201 with the saved one, 400 naming the field at fault, 409 if the name is taken. */
export const saveResponse = (request: Request): Promise<Response> =>
  answerRequest(201, async () =>
    save(
      await readJsonRequest({ request, schema: saveCalibrationRequestSchema, maximumBytes: MAXIMUM_BYTES }),
      await currentVisitor(),
    ),
  );

/** `PATCH /calibrate/saved/ID`: what the whole app decides by is for admins to say. */
export const changeSavedResponse = (id: string, request: Request): Promise<Response> =>
  answerRequest(200, async () => {
    const change = await readJsonRequest({
      ...{ request, schema: changeCalibrationRequestSchema, maximumBytes: MAXIMUM_BYTES },
    });
    const { isDefault } = await requireOwnSaved(checkId(id), await requireRole("member"));
    // Clients call it by its name, and the whole app decides by a default.
    if (isDefault || change.isDefault !== undefined) await requireRole("admin");
    return changeSaved(id, change);
  });

/** `POST /calibrate/saved/ID`: takes its deletion back; 409 if its name is taken by now. */
export const restoreSavedResponse = (id: string): Promise<Response> =>
  answerRequest(200, async () => restoreSaved(checkId(id), await currentVisitor()));

/** `DELETE /calibrate/saved/ID`: 204; may be taken back. */
export const deleteSavedResponse = (id: string): Promise<Response> =>
  answerRequest(204, async () => {
    const { isDefault } = await requireOwnSaved(checkId(id), await currentVisitor());
    // The whole app decides by it.
    if (isDefault) await requireRole("admin");
    await deleteSaved(id);
  });
