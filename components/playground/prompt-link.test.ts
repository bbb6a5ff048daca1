import fc from "fast-check";
import { expect, it } from "vitest";
import { linkWithPrompt } from "./prompt-link";

it("keeps the address's choices and carries any prompt that a link can", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (prompt) => {
      const link = new URL(linkWithPrompt("https://route.example/?share=0.3&prompt=old", prompt));
      expect([link.searchParams.get("share"), link.searchParams.getAll("prompt")]).toEqual(["0.3", [prompt]]);
    }),
  );
});
