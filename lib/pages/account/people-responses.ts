import { changeRole, invite, inviteAgain, listAllPeople, remove } from "@/lib/access/manage-people";
import { answerRequest } from "@/lib/http/answer-request";
import { readJsonRequest } from "@/lib/http/read-json-request";
import { newPersonSchema, roleChangeSchema } from "@/lib/schemas/web/person";

/** A name and a role. */
const MAXIMUM_BYTES = 10_000;

/** `GET /people/entries`: in the order in which they were invited. */
export const listPeopleResponse = (): Promise<Response> => answerRequest(200, listAllPeople);

/** `POST /people/entries`: 201 with the token of the invitation, which is told this once; 409 if the name is taken. */
export const inviteResponse = (request: Request): Promise<Response> =>
  answerRequest(201, async () =>
    invite(await readJsonRequest({ request, schema: newPersonSchema, maximumBytes: MAXIMUM_BYTES })),
  );

/** `PATCH /people/entries/ID`: the person with the new role, whose sign-ins have ended. */
export const changeRoleResponse = (id: string, request: Request): Promise<Response> =>
  answerRequest(200, async () => {
    const { role } = await readJsonRequest({ request, schema: roleChangeSchema, maximumBytes: MAXIMUM_BYTES });
    return changeRole(id, role);
  });

/** `DELETE /people/entries/ID`: 204; the sign-ins have ended. */
export const removePersonResponse = (id: string): Promise<Response> => answerRequest(204, () => remove(id));

/** `POST /people/entries/ID/invitation`: a new token; the password and all sign-ins are gone. */
export const inviteAgainResponse = (id: string): Promise<Response> => answerRequest(201, () => inviteAgain(id));
