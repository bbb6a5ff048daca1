import { createHash, randomBytes } from "node:crypto";
import { parseCookie, stringifySetCookie } from "cookie";
import { jwtVerify, SignJWT } from "jose";
import { getDatabase } from "@/lib/runtime/database";
import { oncePerProcess } from "@/lib/runtime/once-per-process";
import { shareSecret } from "@/lib/storage/sign-ins";

const NAME = "routellm_sign_in";
const ALGORITHM = "HS256";
/** A fortnight. */
export const SIGNED_IN_SECONDS = 14 * 86_400;

/** Signs cookies; every instance on the database has the same. */
const signingKey = oncePerProcess("signing-key", async () =>
  Buffer.from(await shareSecret(await getDatabase(), "sign-ins", () => randomBytes(32).toString("base64")), "base64"),
);

/** What a database keeps of a secret that somebody else holds. */
export const fingerprintOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

export const makeSecret = (): string => randomBytes(32).toString("base64url");

type Written = { readonly secret: string; readonly secure: boolean };

/** @returns a Set-Cookie header with a signed secret. @param secure the browser came by https. */
export async function writeCookie({ secret, secure }: Written): Promise<string> {
  const value = await new SignJWT()
    .setProtectedHeader({ alg: ALGORITHM })
    .setJti(secret)
    .setExpirationTime(`${SIGNED_IN_SECONDS}s`)
    .sign(await signingKey());
  return stringifySetCookie({
    ...{ name: NAME, value, path: "/", httpOnly: true, sameSite: "lax", secure },
    maxAge: SIGNED_IN_SECONDS,
  });
}

/** @returns a Set-Cookie header that takes the cookie back. */
export const clearCookie = (): string =>
  stringifySetCookie({ name: NAME, value: "", path: "/", httpOnly: true, sameSite: "lax", maxAge: 0 });

/** @param header a Cookie header. @returns the secret of a cookie that was signed here and has not ended. */
export async function readCookie(header: string | null | undefined): Promise<string | undefined> {
  const value = parseCookie(header ?? "")[NAME];
  if (value === undefined || value === "") return undefined;
  const key = await signingKey();
  const verified = await jwtVerify(value, key, { algorithms: [ALGORITHM] }).catch(() => undefined);
  return verified?.payload.jti;
}
