import { expect, it } from "vitest";
import { hideVersionCheck } from "./hide-version-check";

const quiet = hideVersionCheck(async () => new Response("asked"));

it.each(["https://registry.npmjs.org/-/package/next/dist-tags", new URL("https://registry.npmjs.org/next")])(
  "asks nobody for %s",
  async (address) => {
    await expect(quiet(address)).rejects.toThrow("not asked");
    await expect(quiet(new Request(address))).rejects.toThrow("not asked");
  },
);

it("asks others", async () => {
  expect(await (await quiet("http://localhost:11434/v1")).text()).toBe("asked");
});
