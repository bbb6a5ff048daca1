import { expect, test } from "./fixtures";
import { expectNothingSerious } from "./serious-faults";

test.describe("where routing gains and loses", () => {
  test("the three regrets follow the slider, and every point of quality is accounted for", async ({ explorer }) => {
    await explorer.open("?benchmark=mmlu-audited&router=mf&share=0.5");
    await explorer.deeper.scrollIntoViewIfNeeded();
    await expect(explorer.deeper.getByText(/Whoever knew both answers would score \d+\.\d points more/)).toBeVisible();
    await expect(explorer.regret("Lost quality")).toContainText(/costs \d+\.\d points of quality/);
    await expect(explorer.names(explorer.regretTable)).toHaveCount(10);
    await explorer.deeper.getByRole("button", { name: "Show all 56 categories" }).click();
    await expect(explorer.names(explorer.regretTable)).toHaveCount(56);

    await explorer.edit(explorer.shareField, "0");
    await explorer.deeper.scrollIntoViewIfNeeded();
    await expect(explorer.regret("Wasted money")).toContainText(/^Wasted money0 /);
    await expect(explorer.deeper).toContainText("No strong call is made, so none is wasted.");
    await explorer.edit(explorer.shareField, "100");
    await explorer.deeper.scrollIntoViewIfNeeded();
    await expect(explorer.regret("Lost quality")).toContainText(/^Lost quality0 /);
  });

  test("a kind and a range pick questions everywhere, and the link restores them", async ({ explorer, page }) => {
    await explorer.open("?benchmark=mmlu&router=mf&share=0.5");
    await explorer.regret("Lost quality").click();
    await expect(page).toHaveURL(/regret=lost/);
    const questions = explorer.questionsOf("lost quality");
    await expect(questions.getByRole("row").nth(1)).toContainText(/✓ right.*✗ wrong/);
    await expect(page.getByRole("region", { name: "Routing by category" })).toContainText("only lost quality");
    // All of these were sent to the weak model.
    await expect(explorer.categories.getByRole("row", { name: /^Professional law/ })).toContainText(/law0\s%/);

    await explorer.edit(page.getByRole("textbox", { name: "Pick win rates from" }), "0.55");
    await expect(page).toHaveURL(/range=0\.55-/);
    await page.reload();
    await expect(explorer.regret("Lost quality")).toHaveAttribute("aria-pressed", "true");
    await expect(explorer.categories).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Pick win rates from" })).toHaveValue("0.550");
    await page.getByRole("button", { name: "All win rates" }).click();
    await expect(page).not.toHaveURL(/range=/);
    await explorer.regret("Lost quality").click();
    await expect(questions).toBeHidden();
  });

  test("dragging over the histogram picks a range, a press takes it away", async ({ explorer, page }) => {
    await explorer.open("?benchmark=gsm8k&router=mf&share=0.5");
    await explorer.histogram.scrollIntoViewIfNeeded();
    const box = await explorer.histogram.boundingBox();
    if (box === null) throw new Error("the histogram has no box");
    const at = (part: number) => [box.x + part * box.width, box.y + 120] as const;
    await page.mouse.move(...at(0.3));
    await page.mouse.down();
    await page.mouse.move(...at(0.5), { steps: 4 });
    await page.mouse.up();
    await expect(page).toHaveURL(/range=0\.\d+-0\.\d+/);
    await expect(page.getByRole("region", { name: /^Questions: win rates 0\.\d{3} to 0\.\d{3}/ })).toBeVisible();
    await page.mouse.click(...at(0.8));
    await expect(page).not.toHaveURL(/range=/);
  });

  test("a question's drawer shows every router, gives the focus back, and comes back with the link", async ({
    explorer,
    page,
  }) => {
    await explorer.open("?benchmark=mmlu&router=mf&share=0.5&category=marketing");
    const link = explorer
      .questionsOf("Marketing")
      .getByRole("button", { name: /^mmlu-marketing-\d+$/ })
      .first();
    const id = (await link.textContent()) ?? "";
    await link.click();
    const drawer = page.getByRole("dialog", { name: id });
    await expect(drawer).toContainText(/Made-up question \d+/);
    const opinions = drawer.getByRole("table", { name: /Every router on this question/ });
    await expect(opinions.getByRole("rowheader")).toHaveCount(6);
    await expect(drawer.getByText("gpt-4-1106-preview")).toBeVisible();
    await page.reload();
    await expect(drawer).toContainText(/Made-up question \d+/);
    await page.keyboard.press("Escape");
    await expect(drawer).toBeHidden();
    await expect(page).not.toHaveURL(/question=/);
    await link.click();
    await drawer.getByRole("button", { name: "Close" }).click();
    await expect(link).toBeFocused();
  });
});

test("two pinned points are compared, question by question, and the link restores them", async ({ explorer, page }) => {
  await explorer.open("?benchmark=mmlu-audited&router=mf&share=0.3");
  await explorer.point.getByRole("button", { name: "Pin as A" }).click();
  await expect(page).toHaveURL(/a=router-mf-0\.\d{5}/);
  await explorer.tab("Compare A and B").click();
  const table = page.getByRole("table", { name: "A and B side by side" });
  await expect(explorer.deeper).toContainText("send every question to the same model");
  await explorer.edit(explorer.shareField, "60");
  await table.scrollIntoViewIfNeeded();
  await expect(table.getByRole("row", { name: /^Strong calls/ })).toContainText(/30\.0\s%60\.0\s%\+30\.0 points/);
  await expect(explorer.deeper).toContainText(/questions change sides \(30\.0\s%\)/);
  await explorer.point.getByRole("button", { name: "Pin as B" }).click();
  await explorer.edit(explorer.shareField, "90");
  await table.scrollIntoViewIfNeeded();
  await expect(table.getByRole("row", { name: /^Strong calls/ })).toContainText(/60\.0\s%/);
  await page.reload();
  await expect(table.getByRole("row", { name: /^Strong calls/ })).toContainText(/30\.0\s%60\.0\s%\+30\.0 points/);
  await explorer.deeper.getByRole("button", { name: /^B answers better/ }).click();
  const changed = page.getByRole("table", { name: /change sides/ });
  await expect(changed.getByRole("row").nth(1)).toContainText(/strong.*✓ right.*✗ wrong/);
  await explorer.deeper.getByRole("button", { name: "Unpin A" }).click();
  await expect(explorer.deeper).toContainText("Pin a point as A");
  await expect(page).not.toHaveURL(/[?&]a=/);
});

test("the authors' analyses stand beside the published ones", async ({ explorer, page }) => {
  await explorer.open("?benchmark=mmlu&router=mf&analysis=authors");
  const subjects = page.getByRole("table", { name: /highest and the lowest mean win rate/ });
  await expect(subjects.getByRole("row", { name: /^Matrix factorization/ })).toContainText(
    "paper: Elementary mathematics, High school mathematics, College chemistry",
  );
  const routing = page.getByRole("table", { name: "Routing by subject of Matrix factorization" });
  await expect(routing.getByRole("row", { name: /^Marketing/ })).toContainText(/49\.1\s%.*12\.8\s%.*2\.1\s%/);
  const kinds = page.getByRole("table", { name: /Mean win rate by what happened/ });
  await expect(kinds.getByRole("row", { name: /^Causal LLM/ })).toContainText(/−0\.\d\dpaper: −0\.34/);
  await expect(kinds.getByRole("rowheader")).toHaveCount(6);
  await explorer.tab("GSM8K").click();
  await expect(explorer.deeper).toContainText("The paper made these analyses on MMLU");
  await expect(subjects).toBeHidden();
});

test("the guidance names a router for each constraint, with its figures", async ({ explorer, page }) => {
  await explorer.open("?analysis=guidance");
  const guidance = page.getByRole("table", { name: "Which router for which constraint" });
  await expect(guidance.getByRole("row", { name: /as little time as possible/ })).toContainText(
    /\d\.\d\d\sms for 95 of 100/,
  );
  await expect(guidance.getByRole("row", { name: /^Chat \(MT-Bench\)/ })).toContainText(/highest APGR, 0\.\d{3}/);
  await explorer.deeper.getByText("The figures behind it").click();
  await expect(
    page.getByRole("table", { name: "What was measured of every router" }).getByRole("rowheader"),
  ).toHaveCount(6);
});

/** Each state of the page once. */
const SCANNED = [
  { name: "the regrets with a brush", query: "&regret=wasted", there: "Regret by category" },
  {
    name: "the comparison",
    query: "&analysis=compare&a=router-mf-0.5",
    there: "A and B side by side",
  },
  { name: "the authors' analyses", query: "&analysis=authors", there: "Routing by subject of" },
  { name: "the guidance", query: "&analysis=guidance", there: "Which router for which" },
  { name: "a question's drawer", query: "&question=mt-bench-82", there: "Every router on this" },
] as const;

for (const { name, query, there } of SCANNED) {
  test(`axe finds nothing serious in ${name}, in light and dark`, async ({ page }) => {
    await page.goto(`/explore?benchmark=mt-bench&router=mf&share=0.4${query}`);
    await expect(page.getByRole("table", { name: there })).toBeVisible();
    await expectNothingSerious(page);
  });
}

test("nothing of the analyses is cut off at 360 px @phone", async ({ explorer, page }) => {
  await explorer.open("?benchmark=mmlu&router=mf&share=0.5&a=router-mf-0.6");
  for (const tab of ["Gains and losses", "Compare A and B", "The authors’ analyses", "Which router?"]) {
    await explorer.tab(tab).click();
    await expect(explorer.deeper.getByRole("table").first()).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, tab).toBeLessThanOrEqual(0);
  }
});
