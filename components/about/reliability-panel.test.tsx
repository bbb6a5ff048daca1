import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { ReliabilityArtifact } from "@/lib/schemas/artifacts/reliability-artifact";
import { ReliabilityPanel } from "./reliability-panel";

const measured = (winRate: number) => ({
  bins: [{ winRate, observed: 0.5, count: 100 }],
  error: Math.abs(winRate - 0.5),
});
const draw = (routers: ReliabilityArtifact["routers"]) => {
  const reliability: ReliabilityArtifact = { schemaVersion: 1, sources: [{ name: "a and b", battles: 100 }], routers };
  return renderToStaticMarkup(createElement(ReliabilityPanel, { reliability, ties: 0.75 }));
};

it("draws one series where nothing was scaled, though before and after were parsed apart", () => {
  expect(draw({ mf: { before: measured(0.6), after: measured(0.6) } }).match(/<circle/g)).toHaveLength(1);
  const scaled = draw({ mf: { scale: { slope: 2, offset: 0.1 }, before: measured(0.6), after: measured(0.52) } });
  expect(scaled.match(/<circle/g)).toHaveLength(2);
  expect(scaled).toContain("2.0 points from the outcomes of 100 held-out battles on average, 10.0 before scaling");
  expect(scaled).toContain("by 5.0 points");
});

it("says of the transformers, where they were measured, that they learned no level", () => {
  expect(draw({ mf: { before: measured(0.6), after: measured(0.6) } })).not.toContain("BERT");
  expect(draw({ bert: { before: measured(0.1), after: measured(0.1) } })).toMatch(
    /BERT and causal LLM learned a ranking.*75.%/,
  );
});

it("stands without a chart where nothing was measured", () => {
  expect(draw({})).not.toContain("<svg");
});
