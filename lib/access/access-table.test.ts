import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { atLeast, ROLES } from "@/lib/domain/role";
import { ACCESS } from "./access-table";
import { ANONYMOUS, type Visitor, withVisitor } from "./visitor";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

const files = readdirSync("app", { recursive: true, encoding: "utf8" }).map((file) => join("app", file));
const pathOf = (file: string): string => `/${dirname(file).split(sep).slice(1).join("/")}`;

type Route = { readonly name: string; readonly handler: (request: Request, context: object) => Promise<Response> };

/** Every method of every route, as Next finds them. */
async function routes(): Promise<(Route & { readonly access: unknown })[]> {
  const found = await Promise.all(
    files
      .filter((file) => file.endsWith("route.ts"))
      .map(async (file) => {
        const module: Record<string, Route["handler"] & { access?: unknown }> = await import(pathToFileURL(file).href);
        return METHODS.flatMap((method) => {
          const handler = module[method];
          return handler === undefined ? [] : [{ name: `${method} ${pathOf(file)}`, handler, access: handler.access }];
        });
      }),
  );
  return found.flat();
}

const pages = files.filter((file) => file.endsWith("page.tsx"));
/** Exports of files that say "use server" are called by whoever knows their number. */
const actions = files
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }))
  .filter(({ text }) => /^\s*["']use server["']/m.test(text))
  .flatMap(({ text }) =>
    [...text.matchAll(/export (?:async function|const|default async function) (\w+)/g)].map(([, name]) => ({
      name,
      text,
    })),
  );

it("the table has every page, route and action of the app, and nothing else", async () => {
  const inApp = [
    ...pages.map((file) => `page ${pathOf(file)}`),
    ...actions.map(({ name }) => `action ${name}`),
    ...(await routes()).map(({ name }) => name),
  ];
  expect(inApp.toSorted()).toEqual(Object.keys(ACCESS).toSorted());
});

it("each of them is guarded as what it is", async () => {
  for (const { name, access } of await routes()) {
    const needed = ACCESS[name as keyof typeof ACCESS];
    expect([name, access]).toEqual([name, needed === "key" || needed === "anybody" ? undefined : name]);
  }
  for (const { name, text } of actions) expect(text).toContain(`requireAccess("action ${name}")`);
  for (const file of pages) {
    const name = `page ${pathOf(file)}`;
    if (ACCESS[name as keyof typeof ACCESS] !== "viewer") expect(readFileSync(file, "utf8")).toContain(`"${name}"`);
  }
});

describe("the real handlers refuse", () => {
  const visitors: readonly Visitor[] = [
    ANONYMOUS,
    ...ROLES.map((role): Visitor => ({ role, id: `a-${role}`, name: role })),
  ];
  it.each(visitors)("a $role called $name what the role is too little for", async (visitor) => {
    const asked = await routes();
    for (const { name, handler } of asked) {
      const needed = ACCESS[name as keyof typeof ACCESS];
      if (needed === "key" || needed === "anybody" || atLeast(visitor.role, needed)) continue;
      const request = new Request("http://localhost/", { method: name.split(" ")[0] ?? "" });
      const params = Promise.resolve({ id: "00000000-0000-4000-8000-000000000000", name: "mmlu", router: "mf" });
      const response = await withVisitor(
        async () => visitor,
        () => handler(request, { params }),
      );
      expect([name, response.status]).toEqual([name, visitor === ANONYMOUS ? 401 : 403]);
      expect(await response.json()).toEqual({ message: expect.stringMatching(/Sign in as|takes the role/) });
    }
  });
});
