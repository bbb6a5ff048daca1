/**
 * What every answer of this server says, whoever gives it: the pages and their routes through next.config.ts, the
 * endpoint through its own listener.
 */
export const SECURITY_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
} as const;
