import { expect, it } from "vitest";
import { addressOf } from "./find-visitor";

const from = (forwarded?: string) => ({
  socket: { remoteAddress: "10.0.0.9" },
  headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
});

it("counts attempts by the connection, and by a proxy's word only where there is a proxy", () => {
  expect(addressOf(from(), { isProxied: false })).toBe("10.0.0.9");
  expect(addressOf(from("192.0.2.7"), { isProxied: false })).toBe("10.0.0.9");
  // The client wrote the first one, the proxy the last.
  expect(addressOf(from("203.0.113.1, 192.0.2.7"), { isProxied: true })).toBe("192.0.2.7");
  expect(addressOf(from(), { isProxied: true })).toBe("10.0.0.9");
});
