import { expect, test } from "./fixtures";
import { expectNothingSerious } from "./serious-faults";

const HARD = "Prove that there are infinitely many primes congruent to 3 modulo 4, and explain each step.";
const LEARNED = ["SW ranking", "Matrix factorization", "BERT", "Causal LLM"] as const;

test("each learned router says why: summands, battles, words and labels, each of its very win rate", async ({
  playground,
}) => {
  await playground.open(`?prompt=${encodeURIComponent(HARD)}`);
  const winRate = async (name: (typeof LEARNED)[number]) =>
    (await playground.figure(name, "Win rate").textContent()) ?? "no win rate";

  const summands = await playground.openWhy("Matrix factorization");
  await expect(summands.getByRole("table", { name: /^Log-odds of/ })).toContainText(
    await winRate("Matrix factorization"),
  );
  await expect(summands.getByRole("row", { name: /^Size of the problem/ })).toContainText(/[+−]\d\.\d{3}/);
  await expect(summands.getByRole("table", { name: /features of the prompt that add most/ })).toBeVisible();

  const battles = await playground.openWhy("SW ranking");
  await expect(battles).toContainText(`a win rate of ${await winRate("SW ranking")}`);
  // A head and eight battles.
  await expect(battles.getByRole("table", { name: "Battles that weighed most" }).getByRole("row")).toHaveCount(9);
  await expect(battles.getByRole("table", { name: /^Ratings of the tiers/ })).toContainText("strong");

  const words = await playground.openWhy("BERT");
  await expect(words).toContainText(`the win rate of ${await winRate("BERT")}`);
  const forStrong = words.getByRole("list", { name: "Words that speak for strong" }).getByRole("listitem");
  await expect(forStrong.first()).toContainText(/\+0\.\d{4}/);

  const labels = await playground.openWhy("Causal LLM");
  await expect(labels.getByRole("definition")).toHaveCount(5);
  await expect(labels).toContainText(await winRate("Causal LLM"));

  await playground.openBaselines();
  const length = await playground.openWhy("Prompt length");
  await expect(length).toContainText(`It has ${HARD.length} characters`);
});

test("what would flip it: α and share are named, and the nearest example goes the other way", async ({
  playground,
}) => {
  await playground.open(`?prompt=${encodeURIComponent(HARD)}`);
  const why = await playground.openWhy("Matrix factorization");
  const before = await playground
    .row("Matrix factorization")
    .getByText(/^(strong|weak)$/)
    .textContent();
  await expect(why).toContainText(/as long as α is at most its win rate, 0\.\d{4}/);
  await expect(why).toContainText(`so it goes to the ${before} model`);
  await why.getByRole("button").click();
  await expect(playground.prompt).not.toHaveValue(HARD);
  const other = before === "strong" ? "weak" : "strong";
  await expect(playground.row("Matrix factorization").getByText(new RegExp(`^${other}$`))).toBeVisible();
  await expect(why).toContainText(`so it goes to the ${other} model`);
});

test("an edited prompt leaves a trail of what each edit did, and any version can be had back", async ({
  page,
  playground,
}) => {
  await playground.open("?prompt=Tell%20me%20about%20the%20square%20root%20of%20two.");
  await expect(playground.history.getByRole("listitem")).toHaveCount(1);
  await playground.prompt.fill("Prove that the square root of two is irrational, and tell me about it.");
  await playground.prompt.fill("Tell me about the square root of two and prove that it is irrational.");
  await page.getByText("How your edits moved the win rates").click();
  const trail = playground.table(/^Versions of the last prompt/);
  // A head, the newer version, the older one.
  await expect(trail.getByRole("row")).toHaveCount(3);
  await expect(trail.getByRole("row").nth(1)).toContainText(/prove that it is irrational/);
  await expect(trail.getByRole("row").nth(1)).toContainText(/[+−]0\.\d{4}/);
  await trail.getByRole("button", { name: "Restore" }).last().click();
  await expect(playground.prompt).toHaveValue("Tell me about the square root of two.");
});

test("real chat prompts like it are listed with their rows and win rates", async ({ page, playground }) => {
  await playground.open(`?prompt=${encodeURIComponent(HARD)}`);
  await page.getByText("Real chat prompts like this one").click();
  const similar = playground.table(/^The 6 nearest of the [\d,]+ real chat prompts/);
  await expect(similar.getByRole("row")).toHaveCount(7);
  await expect(similar.getByRole("row").nth(1)).toContainText(/oasst-7-models|arena-llama-3-70b/);
  await expect(page.getByText(/let ROUTELLM_DATA name a data folder/).first()).toBeVisible();
});

test("a router that cannot be asked says so, and the rest stands", async ({ page, playground, watch }) => {
  watch.allow(/status of 503/);
  await page.route("**/explanations/mf", (route) =>
    route.fulfill({ status: 503, json: { message: "The register is damaged: train again." } }),
  );
  await playground.open(`?prompt=${encodeURIComponent(HARD)}`);
  const why = await playground.openWhy("Matrix factorization");
  await expect(why).toContainText("The register is damaged: train again.");
  await expect(why).toContainText(/as long as α is at most/);
  await expect((await playground.openWhy("Causal LLM")).getByRole("definition")).toHaveCount(5);
});

test("axe finds nothing serious in the explanations, in light and dark", async ({ page, playground }) => {
  await playground.open(`?prompt=${encodeURIComponent(HARD)}`);
  for (const name of LEARNED) await expect((await playground.openWhy(name)).getByRole("button")).toBeVisible();
  await page.getByText("Real chat prompts like this one").click();
  await expect(playground.table(/^The 6 nearest/)).toBeVisible();
  await expectNothingSerious(page);
});

test("at 360 px the explanations stay within the page @phone", async ({ page, playground }) => {
  await playground.open(`?prompt=${encodeURIComponent(HARD)}`);
  for (const name of LEARNED) await expect((await playground.openWhy(name)).getByRole("button")).toBeVisible();
  await page.getByText("Real chat prompts like this one").click();
  await expect(playground.table(/^The 6 nearest/)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
