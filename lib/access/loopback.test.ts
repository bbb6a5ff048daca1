import { describe, expect, it } from "vitest";
import { comesFromThisMachine, hostNameOf, isLoopbackName } from "./loopback";

describe("a request is from this machine", () => {
  const local = { address: "127.0.0.1", host: "localhost:3000", headers: { "user-agent": "curl" } };

  it.each(["127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"])("where it comes from %s", (address) => {
    expect(comesFromThisMachine({ ...local, address })).toBe(true);
  });
  it.each(["localhost", "LOCALHOST:1", "127.0.0.1:3000", "[::1]:3000", "127.1.1.1"])("and asks for %s", (host) => {
    expect(comesFromThisMachine({ ...local, host })).toBe(true);
  });

  it.each([undefined, "", "10.0.0.1", "192.168.1.7", "::ffff:10.0.0.1", "fe80::1%eth0"])("not from %s", (address) => {
    expect(comesFromThisMachine({ ...local, address })).toBe(false);
  });
  it.each([
    ...[undefined, "", "routers.example.com", "localhost.example.com", "127.0.0.1.example.com", "0.0.0.0:3000"],
    ...["localhost:3000, evil.example", "user@localhost", "[::2]", "1270.0.0.1", "localhost:3000:1"],
  ])("not asking for %s", (host) => {
    expect(comesFromThisMachine({ ...local, host })).toBe(false);
  });
  it.each([
    ...["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded", "x-real-ip"],
    ...["cf-connecting-ip", "true-client-ip", "x-client-ip", "x-original-forwarded-for"],
  ])("not with the header %s of a proxy", (header) => {
    expect(comesFromThisMachine({ ...local, headers: { [header]: "" } })).toBe(false);
  });
});

it("a host is its name, without the port", () => {
  expect(["Example.COM:80", "[::1]:3000", "[::1]", "a b", "a/b"].map(hostNameOf)).toEqual([
    ...["example.com", "[::1]", "[::1]", undefined, undefined],
  ]);
  expect(isLoopbackName("localhost")).toBe(true);
});
