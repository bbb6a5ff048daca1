import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { expect } from "./fixtures";
import { testOnOwnServer } from "./own-server-test";

/** Two real models in name: nobody asks them anything here. */
const MODELS = {
  OPENAI_COMPATIBLE_BASE_URL: "http://127.0.0.1:9/v1",
  ROUTELLM_STRONG_MODEL: "openai-compatible/large",
  ROUTELLM_STRONG_PRICE: "10,30",
  ROUTELLM_WEAK_MODEL: "openai-compatible/small",
  ROUTELLM_WEAK_PRICE: "0,0",
};

const test = testOnOwnServer(MODELS);

const TOPICS = ["bread", "trains", "primes", "tides", "beetles", "a queue in Rust", "sonnets", "tax forms", "glaciers"];

/** A vote on a question of its own: the small model is as good as the large one everywhere. */
const vote = (index: number) => ({
  ...{ id: randomUUID(), mode: "models", router: "mf", threshold: 0.5, winRate: 0.5 },
  prompt: `Explain to a colleague what matters about ${TOPICS[index % TOPICS.length]}, part ${index} of a series.`,
  modelA: MODELS.ROUTELLM_STRONG_MODEL,
  modelB: MODELS.ROUTELLM_WEAK_MODEL,
  ...{ answerA: "First.", answerB: "Second.", winner: index % 4 === 0 ? "model_a" : "model_b" },
});

test("votes train new routers, which serve once they are confirmed, and the shipped ones are one click away", async ({
  page,
  playground,
  request,
  server,
}) => {
  test.setTimeout(240_000);
  const share = async (votes: readonly unknown[]) => {
    for (const data of votes) expect((await request.post("/chat/votes", { data })).status()).toBe(201);
  };
  await share([{ ...vote(900), modelA: "simulated/strong", modelB: "simulated/weak" }]);
  await share(Array.from({ length: 99 }, (_, index) => vote(index)));
  const card = page.getByRole("region", { name: "Train the routers on votes" });
  const open = async () => {
    await page.goto("/chat");
    await page.getByRole("tab", { name: "Blind comparison" }).click();
  };
  await open();
  await expect(card).toContainText("99 real votes on the two connected models; training starts from 100");
  await expect(card).toContainText("Left out: 1 on simulated answers.");
  await expect(card.getByRole("button", { name: "Train on these votes" })).toBeDisabled();
  await share(Array.from({ length: 31 }, (_, index) => vote(99 + index)));
  await open();

  // Cancelled, nothing is left of it.
  await card.getByRole("button", { name: "Train on these votes" }).click();
  await expect(card.getByRole("progressbar")).toBeVisible();
  await card.getByRole("button", { name: "Cancel the training" }).click();
  await expect(card.getByRole("button", { name: "Train on these votes" })).toBeEnabled();
  await card.getByRole("button", { name: "Train on these votes" }).click();
  await expect(card.getByRole("progressbar")).toBeVisible();
  const second = await request.post("/chat/retraining", { data: { action: "start" } });
  expect(second.status()).toBe(409);
  expect(await second.json()).toMatchObject({ message: expect.stringContaining("A training is under way") });

  const decision = card.getByRole("region", { name: "Old against new routers" });
  await expect(decision).toBeVisible({ timeout: 180_000 });
  for (const router of ["Matrix factorization", "SW ranking"]) {
    const table = decision.getByRole("table", { name: `${router} in use now and retrained` });
    for (const row of ["Agreement", "Log loss", "MMLU audited", "GSM8K", "MT-Bench"]) {
      await expect(table.getByRole("row", { name: new RegExp(`^${row}`) })).toBeVisible();
    }
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  const scoreOf = async () => {
    await playground.open(`?prompt=${encodeURIComponent("What matters about tides?")}`);
    const figures = (["Matrix factorization", "SW ranking", "BERT"] as const).map((router) =>
      playground.figure(router, "Win rate").textContent(),
    );
    return Promise.all(figures);
  };
  const before = await scoreOf();

  await open();
  await decision.getByRole("button", { name: "Use the new routers" }).click();
  await expect(card).toContainText(/in use: retrained on 1\d\d votes on \d{4}-\d{2}-\d{2}/);
  const after = await scoreOf();
  expect(after[0]).not.toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
  expect(after[2]).toBe(before[2]);
  // What the page still loads, the list of tried prompts, would fail with the server.
  await expect(page.getByRole("list", { name: "Tried prompts" })).toBeVisible();
  await server.restart();
  expect(await scoreOf()).toEqual(after);

  await open();
  await card.getByRole("button", { name: "Go back to the shipped routers" }).click();
  await expect(card).toContainText("in use: the shipped routers of");
  expect(await scoreOf()).toEqual(before);
});
