import { type NextRequest, NextResponse } from "next/server";

const isDevelopment = process.env.NODE_ENV === "development";

/**
 * Everything comes from this server: a page can neither load from nor send to anywhere else, nor be framed, and runs no
 * script but those that Next marks with this response's nonce. React writes its styles as attributes, hence
 * 'unsafe-inline' for them; the development server also evaluates code.
 */
const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/** Gives each page a policy with a nonce of its own, which Next finds in the request and puts on its scripts. */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy(Buffer.from(crypto.randomUUID()).toString("base64"));
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

/** Files and the endpoint are no documents, and need neither a policy nor the detour. */
export const config = { matcher: "/((?!_next/|v1/|artifacts/|measurements/|metrics$).*)" };
