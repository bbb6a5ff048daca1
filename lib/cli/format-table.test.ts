import { expect, it } from "vitest";
import { formatTable } from "./format-table";

it("aligns names to the left and figures to the right", () => {
  expect(
    formatTable([
      ["router", "APGR"],
      ["mf", ".618"],
      ["random", "–"],
    ]),
  ).toEqual(["router  APGR", "──────  ────", "mf      .618", "random     –"]);
});
