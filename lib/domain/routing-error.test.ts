import { expect, it } from "vitest";
import { RoutingError } from "./routing-error";

it("is known by its name, also where another bundle's copy of the class was thrown", () => {
  const own = new RoutingError({ code: "not_found", parameter: "run", message: "There is no such run." });
  class Copy extends Error {
    override readonly name = "RoutingError";
  }
  expect(own).toBeInstanceOf(RoutingError);
  expect(new Copy("There is no such run.")).toBeInstanceOf(RoutingError);
  expect(own).toBeInstanceOf(Error);
  for (const stranger of [new Error("no"), new TypeError("no"), { name: "RoutingError" }, "RoutingError", null]) {
    expect(stranger).not.toBeInstanceOf(RoutingError);
  }
});
