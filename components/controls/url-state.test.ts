import { createSerializer } from "nuqs/server";
import { describe, expect, it } from "vitest";
import { parseShare, routerParser, shareParser } from "./url-state";

describe("parseShare", () => {
  it.each([
    ["0", 0],
    ["1", 1],
    ["0.35", 0.35],
    [".5", 0.5],
  ])("reads %j", (text, share) => {
    expect(parseShare(text)).toBe(share);
  });

  it.each(["", " ", "1.01", "-0.1", "50%", "NaN", "Infinity", "1e-2", "0x1", "abc"])("refuses %j", (text) => {
    expect(parseShare(text)).toBeNull();
  });
});

describe("URL parsers", () => {
  it("serialise without floating-point dust and read their own output", () => {
    expect(shareParser.serialize(0.1 + 0.2)).toBe("0.3");
    expect(shareParser.parse(shareParser.serialize(0.57))).toBe(0.57);
  });

  it("know only routers that exist", () => {
    expect(routerParser.parse("sw_ranking")).toBe("sw_ranking");
    expect(routerParser.parse("toString")).toBeNull();
  });

  it("omit the default share, but never a chosen router: pages differ in theirs", () => {
    const toQuery = createSerializer({ share: shareParser, router: routerParser });
    expect(toQuery({ share: 0.5, router: "mf" })).toBe("?router=mf");
    expect(toQuery({ share: 0.5, router: null })).toBe("");
  });
});
