import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures";

test.describe("other pairs of models", () => {
  test("any two models of MMLU-Pro can be chosen; every figure follows, and the link restores them", async ({
    explorer,
    page,
  }) => {
    await explorer.open("?router=mf&share=0.5");
    await explorer.tab("MMLU-Pro").click();
    await expect(explorer.strongModel).toHaveValue("Meta-Llama-3_1-70B-Instruct");
    await expect(explorer.aboutPair).toContainText("SW ranking and Matrix factorization know this pair");
    await expect(explorer.aboutPair).toContainText(/The routers were trained on 5,\d{3} of this table/);
    await expect(explorer.names(explorer.categories)).toHaveCount(14);
    const [quality, threshold] = [await explorer.quality.inputValue(), await explorer.threshold.inputValue()];

    await explorer.strongModel.selectOption("gemini-1.5-pro-002");
    await expect(page).toHaveURL(/strong=gemini-1\.5-pro-002/);
    await expect(explorer.chart).toBeVisible();
    await expect(explorer.quality).not.toHaveValue(quality);
    // It knows the pair: its win rates, and with them α, are another's now.
    await expect(explorer.threshold).not.toHaveValue(threshold);
    await expect(explorer.metrics.getByRole("row", { name: /^BERT/ })).toContainText(/0\.\d{3} \[0\.\d{3}, 0\.\d{3}\]/);
    const chosen = await explorer.quality.inputValue();
    await page.reload();
    await expect(explorer.strongModel).toHaveValue("gemini-1.5-pro-002");
    await expect(explorer.quality).toHaveValue(chosen);

    await page.getByRole("button", { name: "Swap" }).click();
    await expect(explorer.aboutPair).toContainText("Swap the two");
  });

  test("a router that never looks at the pair keeps its α, whichever pair is chosen", async ({ explorer }) => {
    await explorer.open("?benchmark=gsm8k&router=bert&share=0.4");
    const threshold = await explorer.threshold.inputValue();
    await explorer.otherModels.click();
    await expect(explorer.aboutPair).toContainText("BERT transfers: never looks at the pair");
    await expect(explorer.strongModel.getByRole("option")).toHaveCount(43);
    await expect(explorer.threshold).toHaveValue(threshold);
    await explorer.backToPaper.click();
    await expect(explorer.aboutBenchmark).toBeVisible();
  });

  test("the matrix of pairs opens any of them, and says where there is nothing to route", async ({
    explorer,
    page,
  }) => {
    await explorer.open("?benchmark=math&router=mf&analysis=pairs");
    await expect(explorer.deeper).toContainText(/of 15 pairs score too much alike for routing to matter/);
    await expect(explorer.aboutPair).toContainText(/The routers were trained on 4,9\d\d of this table/);
    const table = page.getByRole("table", { name: /routes best and worst/ });
    const first = table.getByRole("button").first();
    const [strong = "", weak = ""] = ((await first.textContent()) ?? "").split(" over ");
    await first.click();
    await expect(explorer.strongModel).toHaveValue(strong);
    await expect(explorer.weakModel).toHaveValue(weak);
    await explorer.tab("MMLU audited").click();
    await expect(explorer.deeper).toContainText("These outcomes are of one pair of models");
    await explorer.deeper.getByRole("button", { name: "GSM8K" }).click();
    await expect(explorer.deeper).toContainText(/of 946 pairs score too much alike/);
  });

  test("an unknown model falls back on the table's own pair", async ({ explorer }) => {
    await explorer.open("?benchmark=math&strong=nobody&weak=none");
    await expect(explorer.strongModel).toHaveValue("internlm2_5-20b-chat");
  });

  test("axe finds nothing serious, in dark", async ({ explorer, page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await explorer.open("?benchmark=math&router=mf&analysis=pairs");
    await expect(page.getByRole("table", { name: /routes best and worst/ })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual([]);
  });

  test("nothing is cut off at 360 px @phone", async ({ explorer, page }) => {
    await explorer.open("?benchmark=math&router=mf&analysis=pairs");
    await expect(page.getByRole("table", { name: /routes best and worst/ })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  });
});

test("a link to models that a table has not says so and what it shows; the paper's pair by names is the paper's view", async ({
  explorer,
  page,
}) => {
  await explorer.open("?benchmark=gsm8k&strong=gpt-9&weak=gpt-8");
  await expect(
    page.getByText(
      "This address says strong=“gpt-9” and weak=“gpt-8”, but GSM8K has no outcomes of “gpt-9” and “gpt-8”; Meta-Llama-3.1-70B-Instruct over Meta-Llama-3.1-8B-Instruct is shown instead.",
    ),
  ).toBeVisible();
  await explorer.open("?benchmark=gsm8k&strong=gpt-4-1106-preview&weak=mixtral-8x7b-instruct-v0.1&share=1");
  await expect(explorer.costOfMonth).toHaveValue("886.73");
  await expect(page.getByText(/^This address says /)).toHaveCount(0);
  await explorer.open("?benchmark=mmlu&category=alchemy&question=none&router=gpt&calibrated=saved&a=x");
  await expect(page.getByText(/^This address says /)).toHaveCount(5);
});
