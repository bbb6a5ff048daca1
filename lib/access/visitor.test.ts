import { expect, it, vi } from "vitest";
import { ANONYMOUS, currentVisitor, LOCAL, requireRole, type Visitor, withVisitor } from "./visitor";

const member: Visitor = { role: "member", id: "p1", name: "Ada" };

it("the visitor of a request is found once, and no other request sees it", async () => {
  const find = vi.fn(async () => member);
  const [first, second] = await Promise.all([
    withVisitor(find, async () => [await currentVisitor(), await currentVisitor()]),
    withVisitor(
      async () => ANONYMOUS,
      async () => [await currentVisitor()],
    ),
  ]);
  expect([first, second]).toEqual([[member, member], [ANONYMOUS]]);
  expect(find).toHaveBeenCalledTimes(1);
});

it("nobody is looked for as long as nobody asks", async () => {
  const find = vi.fn(async () => member);
  await withVisitor(find, async () => undefined);
  expect(find).not.toHaveBeenCalled();
});

it("a role is enough for itself and less", async () => {
  const as = (visitor: Visitor, needed: Visitor["role"]) =>
    withVisitor(
      async () => visitor,
      () => requireRole(needed).catch(({ code, message }) => [code, message]),
    );
  expect(await as(member, "viewer")).toEqual(member);
  expect(await as(member, "member")).toEqual(member);
  expect(await as(member, "admin")).toEqual([
    "forbidden",
    "This takes the role admin, and yours is member; an admin can change it.",
  ]);
  expect(await as(ANONYMOUS, "viewer")).toEqual(ANONYMOUS);
  expect(await as(ANONYMOUS, "member")).toEqual(["unauthorized", "Sign in as a member to do this."]);
  expect(await as(LOCAL, "admin")).toEqual(LOCAL);
});
