import { describe, expect, it } from "vitest";
import { type RequestHead, requestChecks } from "./request-checks";

type Asked = {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

const checks = requestChecks({ hosts: ["routers.example.com"] });
/** What a request is refused with; undefined where it is let through. */
function refusalOf({ method = "POST", url = "/chat/votes", headers = {} }: Asked): string | undefined {
  const own = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ""));
  const incoming: RequestHead = { method, url, headers: { host: "localhost:3000", ...own } };
  try {
    for (const check of checks) check(incoming);
    return undefined;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : "unforeseen";
  }
}
const browser = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64)" };

describe("the name that is asked for", () => {
  it.each([
    "localhost",
    "localhost:3000",
    "127.0.0.1:3000",
    "[::1]:3000",
    "Routers.Example.com",
    "routers.example.com:8443",
  ])("may be %s", (host) => expect(refusalOf({ method: "GET", url: "/", headers: { host } })).toBeUndefined());
  it.each([
    "evil.example",
    "routers.example.com.evil.example",
    "192.168.1.4:3000",
    "0.0.0.0:3000",
    "a b",
    "localhost@x",
  ])("may not be %s", (host) => {
    for (const url of ["/", "/v1/models", "/_next/static/x.js", "/healthy", "/health/", "http://localhost/health"]) {
      expect(refusalOf({ method: "GET", url, headers: { host } }), url).toBe("misdirected");
    }
    for (const url of ["/health", "/metrics", "/health?deep"]) {
      expect(refusalOf({ method: "GET", url, headers: { host } }), url).toBeUndefined();
    }
  });
});

describe("what changes something", () => {
  const own = "http://localhost:3000";
  it.each<Readonly<Record<string, string>>>([
    { ...browser, origin: own, "sec-fetch-site": "same-origin" },
    { ...browser, origin: own, cookie: "a=b" },
    { ...browser, "sec-fetch-site": "same-origin", cookie: "a=b" },
    { ...browser, referer: `${own}/chat`, cookie: "a=b" },
    { ...browser, "x-routellm": "1", cookie: "a=b" },
    { ...browser, "content-type": "application/json" },
    { host: "routers.example.com", origin: "https://routers.example.com" },
    { host: "routers.example.com:443", origin: "https://routers.example.com" },
    { "user-agent": "curl/8" },
    {},
  ])("is taken with %o", (headers) => {
    for (const method of ["POST", "DELETE", "PATCH", "PUT"]) expect(refusalOf({ method, headers })).toBeUndefined();
  });

  it.each<Readonly<Record<string, string>>>([
    { ...browser, origin: "https://evil.example" },
    { ...browser, origin: "null" },
    { ...browser, origin: "http://localhost:3001", "sec-fetch-site": "same-site" },
    { ...browser, origin: "http://other.localhost:3000" },
    { ...browser, origin: own, "sec-fetch-site": "same-site" },
    { ...browser, "sec-fetch-site": "cross-site", "x-routellm": "1" },
    { ...browser, origin: "https://evil.example", "x-routellm": "1", referer: own },
    { ...browser, referer: "https://evil.example/localhost:3000" },
    { ...browser, cookie: "a=b", "content-type": "application/json" },
    { ...browser, "next-action": "00", cookie: "a=b" },
    { cookie: "a=b" },
    { ...browser, host: "routers.example.com", origin: "https://sub.routers.example.com" },
    { origin: "https://localhost:3000.evil.example" },
    { origin: "file://localhost:3000" },
  ])("is refused with %o", (headers) => {
    for (const url of ["/chat/votes", "/", "/v1/chat/completions"]) {
      expect(refusalOf({ headers, url }), url).toBe("forbidden");
    }
  });

  it.each([
    "text/plain",
    "text/plain;charset=UTF-8",
    "multipart/form-data; boundary=x",
    "application/x-www-form-urlencoded",
    "",
  ])("is refused as a form of type %s from a browser that does not say from where", (type) => {
    const headers = { ...browser, "content-type": type };
    expect(refusalOf({ headers, url: "/v1/chat/completions" })).toBe("forbidden");
  });

  it("is taken at /v1 from wherever it is sent with a key, and only there", () => {
    const headers = { ...browser, origin: "https://app.example", authorization: "Bearer key" };
    expect(refusalOf({ headers, url: "/v1/chat/completions" })).toBeUndefined();
    expect(refusalOf({ headers, url: "/chat/votes" })).toBe("forbidden");
    expect(refusalOf({ headers: { ...headers, authorization: "Basic eA==" }, url: "/v1/x" })).toBe("forbidden");
  });
});

it("what changes nothing may come from a link on any page", () => {
  const headers = { ...browser, "sec-fetch-site": "cross-site" };
  for (const method of ["GET", "HEAD", "OPTIONS"]) expect(refusalOf({ method, headers })).toBeUndefined();
});
