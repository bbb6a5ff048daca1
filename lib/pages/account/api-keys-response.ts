import { changeLimits, createKey, listKeyViews, revoke, rotate } from "@/lib/access/key-management";
import { requireRole } from "@/lib/access/visitor";
import { answerRequest } from "@/lib/http/answer-request";
import { readJsonRequest } from "@/lib/http/read-json-request";
import {
  changeKeyRequestSchema,
  createKeyRequestSchema,
  rotateKeyRequestSchema,
} from "@/lib/schemas/web/api-key-requests";

const MAXIMUM_BYTES = 10_000;

/** `GET /keys/entries`: all keys, without anything that one could sign in with. */
export const keysResponse = (): Promise<Response> =>
  answerRequest(200, async () => {
    await requireRole("admin");
    return listKeyViews();
  });

/** `POST /keys/entries`: 201 with the key, which is never seen again; 409 if the name is taken. */
export const createKeyResponse = (request: Request): Promise<Response> =>
  answerRequest(201, async () => {
    const admin = await requireRole("admin");
    const asked = await readJsonRequest({ request, schema: createKeyRequestSchema, maximumBytes: MAXIMUM_BYTES });
    return createKey(asked, admin);
  });

/** `PATCH /keys/entries/ID`: other limits. */
export const changeKeyResponse = (id: string, request: Request): Promise<Response> =>
  answerRequest(204, async () => {
    const admin = await requireRole("admin");
    const limits = await readJsonRequest({ request, schema: changeKeyRequestSchema, maximumBytes: MAXIMUM_BYTES });
    await changeLimits(id, limits, admin);
  });

/** `POST /keys/entries/ID/rotations`: 201 with the new key, which is never seen again. */
export const rotateKeyResponse = (id: string, request: Request): Promise<Response> =>
  answerRequest(201, async () => {
    const admin = await requireRole("admin");
    const { keepHours } = await readJsonRequest({
      ...{ request, schema: rotateKeyRequestSchema, maximumBytes: MAXIMUM_BYTES },
    });
    return rotate(id, keepHours, admin);
  });

/** `DELETE /keys/entries/ID`: revoked for good. */
export const revokeKeyResponse = (id: string): Promise<Response> =>
  answerRequest(204, async () => revoke(id, await requireRole("admin")));
