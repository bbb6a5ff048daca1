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
export const policyWithNonce = (): string =>
  contentSecurityPolicy(`'nonce-${Buffer.from(randomUUID()).toString("base64")}' 'strict-dynamic'`);
