import { expect, it } from "vitest";
import { createEndpointMetrics } from "./endpoint-metrics";

it("says how many decisions are stored, lost and waiting, each time as it is then", async () => {
  const decisions = { stored: 5, lost: 0, waiting: 7 };
  const metrics = createEndpointMetrics({ active: 0, waiting: 0 }, decisions);
  const lines = async () =>
    (await metrics.text()).body.split("\n").filter((line) => line.startsWith("routellm_decisions"));
  expect(await lines()).toEqual([
    'routellm_decisions_total{state="stored"} 5',
    'routellm_decisions_total{state="lost"} 0',
    "routellm_decisions_waiting 7",
  ]);
  Object.assign(decisions, { lost: 3, waiting: 4 });
  expect(await lines()).toEqual([
    'routellm_decisions_total{state="stored"} 5',
    'routellm_decisions_total{state="lost"} 3',
    "routellm_decisions_waiting 4",
  ]);
});
