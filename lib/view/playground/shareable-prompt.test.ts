import { expect, it } from "vitest";
import { shareablePrompt } from "./shareable-prompt";

it.each(["hi", "👍🏽", "שלום", "a\0b", "<script>", "a".repeat(4000), "質".repeat(444)])(
  "a link can carry %j",
  (prompt) => {
    expect(shareablePrompt(prompt)).toBe(prompt);
    expect(decodeURIComponent(encodeURIComponent(prompt))).toBe(prompt);
  },
);

it.each(["", "\ud83d", "a\udc00", "a".repeat(4001), "質".repeat(445), " ".repeat(1334)])(
  "a link leaves out %j",
  (prompt) => {
    expect(shareablePrompt(prompt)).toBeNull();
  },
);
