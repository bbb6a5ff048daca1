import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ReliabilityChart } from "./reliability-chart";

const bins = [
  { winRate: 0.25, observed: 0.5, count: 40 },
  { winRate: 0.75, observed: 1, count: 10 },
];
const draw = (before: typeof bins, after: typeof bins) =>
  renderToStaticMarkup(createElement(ReliabilityChart, { router: "mf", before, after, finding: "A finding." }));

it("draws a bin where its win rate and outcome lie, its area in proportion to its count", () => {
  const markup = draw(bins, bins);
  // The plot is 196 wide from 36 and 202 high above 210.
  expect(markup).toContain('<circle cx="85" cy="109" r="5"');
  expect(markup).toContain('<circle cx="183" cy="8" r="2.5"');
  expect(markup.match(/<circle/g)).toHaveLength(2);
});

it("draws both where scaling changed something, and names the figure by its finding", () => {
  const markup = draw(bins, [{ winRate: 0.5, observed: 0.5, count: 50 }]);
  expect(markup.match(/<circle/g)).toHaveLength(3);
  const [, named] = /<figure aria-labelledby="([^"]+)"/.exec(markup) ?? [];
  expect(markup).toContain(`<figcaption id="${named}" class="mt-1 text-sm">A finding.`);
});

it("says all of it in a table, too", () => {
  expect(draw(bins, bins)).toMatch(/0\.250<\/th>.*0\.500<\/td>.*40<\/td>/);
});

it("stands empty without bins", () => {
  expect(draw([], [])).not.toContain("<circle");
});
