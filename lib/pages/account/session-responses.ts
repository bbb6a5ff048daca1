import { acceptInvitation, changePassword, signIn, signOut } from "@/lib/access/sign-in";
import { clearCookie, writeCookie } from "@/lib/access/sign-in-cookie";
import { currentAddress, currentVisitor } from "@/lib/access/visitor";
import { respond } from "@/lib/http/answer-request";
import { readJsonRequest } from "@/lib/http/read-json-request";
import { invitationRequestSchema, passwordChangeSchema, signInRequestSchema } from "@/lib/schemas/web/person";

/** A name, a token and two passwords. */
const MAXIMUM_BYTES = 20_000;

/** The browser itself came by https, or says that its page did. */
const isSecure = ({ headers }: Request): boolean =>
  (headers.get("origin") ?? "").startsWith("https:") || headers.get("x-forwarded-proto") === "https";

const settled = (cookie: string): Response =>
  new Response(null, { status: 204, headers: { "Cache-Control": "no-store", "Set-Cookie": cookie } });

const signedIn = async (request: Request, secret: string): Promise<Response> =>
  settled(await writeCookie({ secret, secure: isSecure(request) }));

/** `POST /session`: 204 with the cookie, 401 where name and password do not go together, 429 after too many attempts. */
export const signInResponse = (request: Request): Promise<Response> =>
  respond(async () => {
    const asked = await readJsonRequest({ request, schema: signInRequestSchema, maximumBytes: MAXIMUM_BYTES });
    return signedIn(request, await signIn({ ...asked, address: currentAddress() }));
  });

/** `DELETE /session`: 204; the cookie is worth nothing any more. */
export const signOutResponse = (request: Request): Promise<Response> =>
  respond(async () => {
    await signOut(request.headers.get("cookie"));
    return settled(clearCookie());
  });

/** `PATCH /session`: 204 with a new cookie; all other sign-ins of the person have ended. */
export const changePasswordResponse = (request: Request): Promise<Response> =>
  respond(async () => {
    const change = await readJsonRequest({ request, schema: passwordChangeSchema, maximumBytes: MAXIMUM_BYTES });
    const secret = await changePassword(await currentVisitor(), { ...change, address: currentAddress() });
    return signedIn(request, secret);
  });

/** `POST /session/invitation`: 204 with the cookie; 404 where the invitation was taken, taken back or is too old. */
export const acceptInvitationResponse = (request: Request): Promise<Response> =>
  respond(async () => {
    const asked = await readJsonRequest({ request, schema: invitationRequestSchema, maximumBytes: MAXIMUM_BYTES });
    return signedIn(request, await acceptInvitation(asked));
  });
