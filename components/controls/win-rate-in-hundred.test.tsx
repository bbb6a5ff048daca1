import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import { WinRateBins, WinRateInHundred } from "./win-rate-in-hundred";

const bins = forEveryRouter((router) => (router === "mf" ? [{ winRate: 0.57, strong: 190, tie: 760, weak: 50 }] : []));
const shown = (router: "mf" | "bert") =>
  renderToStaticMarkup(
    <WinRateBins bins={bins}>
      <WinRateInHundred router={router} winRate={0.5702} />
    </WinRateBins>,
  );

it("says a win rate as three parts of 100, defines it beside them and draws them to scale", () => {
  const html = shown("mf");
  expect(html).toContain("Matrix factorization says 0.5702. Of 100 questions of the audited MMLU");
  expect(html).toContain("the strong model was better on 19, the two did equally well on 76, and the weak one");
  expect(html).toContain("counts a tie half: 19 + 76/2 = 57 of 100");
  expect([...html.matchAll(/width:(\d+)%/g)].map(([, width]) => width)).toEqual(["19", "76", "5"]);
});

it("says nothing of a router whose win rates nobody measured, nor outside a page that knows any", () => {
  expect(shown("bert")).toBe("");
  expect(renderToStaticMarkup(<WinRateInHundred router="mf" winRate={0.5} />)).toBe("");
});
