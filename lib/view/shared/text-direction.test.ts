import { expect, it } from "vitest";
import { textDirection } from "./text-direction";

it.each([
  ["hello שלום", "ltr"],
  ["שלום hello", "rtl"],
  ["  1. مرحبا", "rtl"],
  ["\u202e abc", "ltr"],
  ["你好", "ltr"],
  ["", "ltr"],
  ["123 \ud83d", "ltr"],
] as const)("%j runs %s", (text, direction) => {
  expect(textDirection(text)).toBe(direction);
});
