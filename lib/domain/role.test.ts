import { expect, it } from "vitest";
import { atLeast, ROLES } from "./role";

it("each role may do what those before it may, and no more", () => {
  expect(ROLES.map((role) => ROLES.filter((needed) => atLeast(role, needed)))).toEqual([
    ["viewer"],
    ["viewer", "member"],
    ["viewer", "member", "admin"],
  ]);
});
