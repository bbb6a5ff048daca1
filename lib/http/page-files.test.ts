import { beforeEach, expect, it } from "vitest";
import { keptPageFiles } from "@/lib/view/shared/page-file";
import { keepPageFile, pageFileResponse } from "./page-files";

beforeEach(() => keptPageFiles().clear());
const nothing = async () => undefined;

it("is named by what it says, and kept by browsers for good", async () => {
  const name = keepPageFile('{"a":1}');
  expect(keepPageFile('{"a":1}')).toBe(name);
  expect(keepPageFile('{"a":2}')).not.toBe(name);
  const response = await pageFileResponse(name, nothing);
  expect([response.status, await response.text()]).toEqual([200, '{"a":1}']);
  expect(response.headers.get("cache-control")).toContain("immutable");
});

it("is made by an instance that another one's page leads to; others are not found, which no browser keeps", async () => {
  const name = keepPageFile("text");
  keptPageFiles().clear();
  expect((await pageFileResponse(name, async () => keepPageFile("text"))).status).toBe(200);
  const response = await pageFileResponse("0".repeat(32), nothing);
  expect([response.status, response.headers.get("cache-control")]).toEqual([404, "no-store"]);
});

it("goes when many others came after it was last used", () => {
  const [used, left] = [keepPageFile("used"), keepPageFile("left")];
  for (let index = 0; index < 31; index += 1) {
    keepPageFile(String(index));
    keepPageFile("used");
  }
  expect([keptPageFiles().has(used), keptPageFiles().has(left), keptPageFiles().size]).toEqual([true, false, 32]);
});
