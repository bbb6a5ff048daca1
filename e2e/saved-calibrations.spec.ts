import { expect } from "./fixtures";
import { testOnOwnServer } from "./own-server-test";

const test = testOnOwnServer();

/** α falls evenly from 1 to .25 at half strong calls, and on to 0. */
const thresholds = Array.from({ length: 1001 }, (_, index) =>
  index <= 500 ? 1 - (0.75 * index) / 500 : (0.25 * (1000 - index)) / 500,
);

const handOver = (artifacts: unknown) => ({
  ...{ kind: "routellm-calibration", version: 1, router: "mf", threshold: 0.25, model: "router-mf-0.25000" },
  target: { strongShare: 0.5, monthlyBudget: null },
  ...{ expectedShare: [0.47, 0.53], heldOutShare: 0.51, thresholdRange: [0.24, 0.26] },
  sample: { name: "march.csv", rows: 12_000, heldOut: 2400, fingerprint: "f".repeat(64), meanTokens: 95 },
  prices: {
    ...{ strongPerMillion: 24.7, weakPerMillion: 0.24, answerTokens: 264, promptsPerMonth: 100_000 },
    ...{ expectedMonthly: 452, allStrongMonthly: 896, allWeakMonthly: 8.6 },
  },
  ...{ artifacts, createdAt: "2026-11-23T00:00:00.000Z" },
});

test("a calibration that is made the default gives its α everywhere, and outlives the server that saved it", async ({
  playground,
  explorer,
  page,
  request,
  server,
}) => {
  const { date, seed, schemaVersion } = await (await request.get("/artifacts/manifest.json")).json();
  const data = { name: "March traffic", handOver: handOver({ date, seed, schemaVersion }), thresholds };
  const saved = await request.post("/calibrate/saved", { data });
  expect(saved.status()).toBe(201);
  const { id } = await saved.json();
  expect((await request.patch(`/calibrate/saved/${id}`, { data: { isDefault: true } })).status()).toBe(200);
  await server.restart();

  await playground.open("?share=0.5");
  await expect(playground.figure("Matrix factorization", "α")).toHaveText("0.2500");
  await expect(playground.row("Matrix factorization")).toContainText(
    /higher than \d+\s% of the prompts of “March traffic”/,
  );
  await expect(playground.row("SW ranking")).toContainText(/higher than \d+\s% of chat prompts/);
  await expect(page.getByText("(Matrix factorization: of “March traffic”)")).toBeVisible();
  await playground.open("?share=0.75");
  await expect(playground.figure("Matrix factorization", "α")).toHaveText("0.1250");

  await explorer.open("?benchmark=mmlu&router=mf&share=0.5");
  await explorer.sample.selectOption({ label: "12,000 prompts of “March traffic”" });
  await expect(explorer.threshold).toHaveValue(/^0\.250*$/);
  await expect(page.getByText(/Aimed at 50\.0\s% of the prompts of “March traffic”; on these questions/)).toBeVisible();
  await expect(page).toHaveURL(/calibrated=saved/);
  await page.reload();
  await expect(explorer.threshold).toHaveValue(/^0\.250*$/);

  expect((await request.delete(`/calibrate/saved/${id}`)).status()).toBe(204);
  expect(await (await request.get("/calibrate/saved")).json()).toEqual([]);
  await page.reload();
  await expect(explorer.sample).toHaveValue("benchmark");
});
