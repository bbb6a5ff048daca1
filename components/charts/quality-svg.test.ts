import { expect, it } from "vitest";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import type { QualityRow } from "./quality-data";
import { PICTURE_SIZE, type QualityPicture, qualitySvg } from "./quality-svg";

const row = (strongShare: number): QualityRow => ({
  ...forEveryRouter(() => strongShare),
  ...{ strongShare, oracle: 1, expected: strongShare, band: [strongShare - 0.1, strongShare + 0.1] },
});
const spot = { strongShare: 0.5, score: 0.5 };
const picture: QualityPicture = {
  title: "A <title> & more",
  finding: "A finding that is so long that it has to be broken into lines. ".repeat(3).trim(),
  source: "source",
  rows: [row(0), row(1)],
  domain: { minimum: -0.1, maximum: 1.1 },
  ticks: [0, 1],
  strong: { name: "strong-1", score: 1 },
  weak: { name: "weak-1", score: 0 },
  marks: [{ name: "Other, CPT50", strongShare: 0.3, score: 0.5, label: "Other" }],
  hidden: new Set(["length"]),
  selected: "mf",
  spots: forEveryRouter(() => spot),
  targetShare: 0.5,
  formatScore: (score) => score.toFixed(1),
  resolveColor: () => "#123456",
};

it("stands by itself: texts escaped, colours resolved, nothing hidden drawn, no gaps in the numbers", () => {
  const svg = qualitySvg(picture);
  expect(svg).toContain("A &lt;title&gt; &amp; more");
  expect(svg).toContain("Other, CPT50");
  expect(svg).toContain("Matrix factorization 0.5");
  expect(svg).not.toContain("Prompt length");
  expect(svg).not.toMatch(/var\(|NaN|undefined|href/);
  expect(svg.match(/font-size="15"/g)).toHaveLength(2);
});

it("breaks the legend before it leaves the picture, and keeps it above the plot", () => {
  const svg = qualitySvg({ ...picture, hidden: new Set(), formatScore: (score) => score.toFixed(4) });
  const entries = [...svg.matchAll(/<text x="([\d.]+)" y="(\d+)"[^>]*>([^<]* 0\.5000|Oracle)</g)];
  expect(entries).toHaveLength(ROUTER_IDS.length + 1);
  for (const [, left, top, label = ""] of entries) {
    expect(Number(left) + label.length * 7.4, label).toBeLessThanOrEqual(PICTURE_SIZE.width);
    expect(Number(top), label).toBeLessThan(112);
  }
  expect(new Set(entries.map(([, left, top]) => `${left} ${top}`)).size).toBe(entries.length);
});
