import { describe, expect, it } from "vitest";
import { refusePageRequest } from "./page-request-fault";

type Asked = {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

function ask({ method = "GET", url = "/", headers = {} }: Asked) {
  const logged: string[] = [];
  const answer = refusePageRequest(
    { method, url, headers },
    { readRouterState: JSON.parse, log: (line) => logged.push(line) },
  );
  return { status: answer?.status, message: String(answer?.body ?? ""), logged };
}

const PAGES = ["/", "/chat", "/chat/", "/about", "/calibrate?x=1", "/calibrate/runs/an-id", "/sign-in"];
const ROUTES = ["/chat/votes", "/chat/votes/an-id", "/calibrate/saved", "/session", "/explanations/mf", "/chat/votes/"];

describe("a call of a server action", () => {
  it.each(["", "00", "a".repeat(42), "7f".repeat(21), "{}", "x".repeat(9_000)])(
    "is refused with 405 and one short line, whatever it is (%#)",
    (action) => {
      for (const url of [...PAGES, "/no-such", `/${"a".repeat(999)}`]) {
        const { status, message, logged } = ask({ method: "POST", url, headers: { "next-action": action } });
        expect([url, status]).toEqual([url, 405]);
        expect(message).toBe('{"message":"This app has no server actions; reload the page."}');
        expect(logged).toEqual([expect.stringMatching(/^A call of a server action was refused.{1,160}\n$/)]);
      }
    },
  );
});

it.each(["POST", "PUT", "PATCH", "DELETE"])(
  "%s goes to routes, and is refused by pages and where nothing is",
  (method) => {
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    for (const url of PAGES) expect([url, ask({ method, url, headers }).status]).toEqual([url, 405]);
    for (const url of ["/no-such", "/chat/votes/a/b", "/artifacts/manifest.json", "/_next/static/x"]) {
      expect([url, ask({ method, url, headers }).status]).toEqual([url, 404]);
    }
    for (const url of ROUTES) expect([url, ask({ method, url, headers }).status]).toEqual([url, undefined]);
    expect(ask({ method, headers }).logged).toEqual([]);
  },
);

it("leaves two slashes, as a base URL with one at its end makes them, to Next, which sends on", () => {
  for (const headers of [{}, { "next-action": "00" }]) {
    const url = "/v1//chat/completions?x=1";
    expect(ask({ method: "POST", url, headers })).toEqual({ status: undefined, message: "", logged: [] });
  }
});

it("what Next cannot read as the state of a page's router is refused with 400, on every path", () => {
  for (const url of [...PAGES, "/no-such", "/chat/votes"]) {
    const tree = (state: string) => ask({ url, headers: { rsc: "1", "next-router-state-tree": state } });
    expect(tree('["", {}]').status).toBeUndefined();
    for (const state of ["%", "", "nonsense", '["", {}], ["", {}]'])
      expect(tree(state)).toMatchObject({ status: 400, logged: [] });
  }
});

it("Next's own page for failures is none of the app's", () => {
  expect(ask({ url: "/_global-error?x" }).status).toBe(404);
});

it.each(["GET", "HEAD", "OPTIONS"])("%s goes to Next, with a header of an action too", (method) => {
  for (const url of [...PAGES, ...ROUTES, "/no-such"]) {
    expect(ask({ method, url, headers: { "next-action": "00" } })).toEqual({
      status: undefined,
      message: "",
      logged: [],
    });
  }
});
