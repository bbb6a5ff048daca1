import { createSerializer } from "nuqs/server";
import { expect, it } from "vitest";
import { sampleParser } from "./calibration-sample";

it("reads the kinds of samples and nothing else", () => {
  expect(["chat", "saved", "benchmark", "Chat", "", "toString"].map((text) => sampleParser.parse(text))).toEqual([
    "chat",
    "saved",
    "benchmark",
    null,
    null,
    null,
  ]);
});

it("writes the chat prompts into the URL and omits the default", () => {
  const write = createSerializer({ calibrated: sampleParser });
  expect(write("/explore", { calibrated: "chat" })).toBe("/explore?calibrated=chat");
  expect(write("/explore?calibrated=chat", { calibrated: "benchmark" })).toBe("/explore");
});
