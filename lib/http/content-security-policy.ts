import { randomUUID } from "node:crypto";

/**
 * Everything comes from this server: a page can neither load from nor send to anywhere else, nor be framed. React writes
 * its styles as attributes, hence 'unsafe-inline' for them.
 * @param scripts what runs beside files of this server.
 */
export const contentSecurityPolicy = (scripts: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/** For one answer: no script runs but those that Next marks with this answer's nonce. */
export function policyWithNonce(): { readonly nonce: string; readonly policy: string } {
  const nonce = Buffer.from(randomUUID()).toString("base64");
  return { nonce, policy: contentSecurityPolicy(`'nonce-${nonce}' 'strict-dynamic'`) };
}
