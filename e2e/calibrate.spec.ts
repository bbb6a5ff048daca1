import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures";

/** Prompts of two kinds, written for this test; every one differs. */
const PROMPTS = Array.from({ length: 400 }, (_, place) =>
  place % 2 === 0
    ? `Hello number ${place}, how is your day going?`
    : `Prove by induction that the sum of the first ${place + 2} odd numbers is a perfect square, and state each step.`,
);

const asCsv = (rows: readonly string[]): string =>
  ["id,question,team", ...rows.map((row, place) => `${place},"${row}",support`)].join("\n");

test("a file becomes an α for a share and for a budget, with a range and a check, and is saved and handed over", async ({
  calibrate,
  page,
}) => {
  await calibrate.open();
  await calibrate.bring("traffic.csv", asCsv(PROMPTS));
  const check = calibrate.region(/^2\. Check what was read/);
  await expect(check.getByText("400 prompts", { exact: true })).toBeVisible();
  await expect(check.getByRole("combobox", { name: "Prompts stand in" })).toHaveValue("question");
  await expect(check.getByRole("table")).toContainText("Hello number 0");
  await calibrate.score();

  const half = await calibrate.figures("Matrix factorization");
  expect(half[0]).toMatch(/^0\.\d{4}$/);
  await calibrate.share.focus();
  await page.keyboard.press("PageDown");
  await expect(page).toHaveURL(/share=0\.4/);
  const less = await calibrate.figures("Matrix factorization");
  expect(Number(less[0])).toBeGreaterThanOrEqual(Number(half[0]));

  await calibrate.monthlyCost.fill("200");
  await calibrate.monthlyCost.press("Enter");
  await expect(page).toHaveURL(/budget=200/);
  await expect(calibrate.monthlyCost).toHaveValue("200");
  const money = calibrate.region("Target and budget");
  await expect(money).toContainText(/\$200\.00 a month pays for \d+\.\d.% strong calls on average/);
  await expect(money).toContainText(
    /Expected \$1\d\d\.\d\d, between \$.* in 19 of 20 months, at 100,000 prompts a month/,
  );
  const mean = Number(new URL(page.url()).searchParams.get("share"));
  await money.getByRole("combobox", { name: "Keep to the budget" }).selectOption("upper");
  await expect.poll(() => Number(new URL(page.url()).searchParams.get("share"))).toBeLessThan(mean);
  await expect(calibrate.monthlyCost).toHaveValue("200");
  await expect(page).toHaveURL(/share=0\.[12]/);
  await expect(calibrate.region("Target and budget")).toContainText(
    /Too few prompts to check: .* A range of ±5 points/,
  );

  const handOver = calibrate.region("Hand over");
  await handOver.getByRole("textbox", { name: "Save this calibration as" }).fill("Support chat");
  await handOver.getByRole("button", { name: "Save", exact: true }).click();
  await expect(handOver.getByRole("status")).toContainText("Saved as “Support chat”");
  const download = page.waitForEvent("download");
  await handOver.getByRole("button", { name: "YAML" }).click();
  expect((await download).suggestedFilename()).toMatch(/^calibration-router-mf-0\.\d+-traffic\.yaml$/);
  await handOver.getByRole("tab", { name: "Python" }).click();
  await expect(handOver.getByRole("tabpanel")).toContainText(/model="router-mf-0\.\d+"/);

  await page.reload();
  await expect(calibrate.routers).toBeVisible();
  await expect(calibrate.monthlyCost).toHaveValue("200");

  await calibrate.open();
  await expect(calibrate.region("Runs").getByRole("link", { name: "traffic.csv" })).toBeVisible();
  await calibrate.saved.getByRole("button", { name: "Rename Support chat" }).click();
  await calibrate.saved.getByRole("textbox", { name: "New name of Support chat" }).fill("Support, November");
  await page.keyboard.press("Enter");
  const renamed = calibrate.saved.getByRole("row", { name: /Support, November/ });
  await expect(renamed).toBeVisible();
  const saved = calibrate.region("Saved calibrations");
  await renamed.getByRole("button", { name: "Delete Support, November" }).click();
  await expect(renamed).toContainText("Configurations may name it as their model");
  await renamed.getByRole("button", { name: "Keep it" }).click();
  await renamed.getByRole("button", { name: "Delete Support, November" }).click();
  await renamed.getByRole("button", { name: "Delete Support, November now" }).click();
  await expect(saved).toContainText("None yet.");
  await saved.getByRole("button", { name: "Undo" }).click();
  await expect(renamed).toBeVisible();
  await expect(renamed).toContainText("prompts of “traffic.csv”");
});

test("last month's prompts beside this month's: the drift in a sentence, and a report of one page that axe accepts", async ({
  calibrate,
  page,
}) => {
  await calibrate.open();
  await calibrate.bring("last-month.txt", PROMPTS.filter((_, place) => place % 2 === 0).join("\n"));
  await calibrate.score();
  await calibrate.open();
  await calibrate.bring("this-month.txt", PROMPTS.filter((_, place) => place % 2 === 1).join("\n"));
  await calibrate.score();

  const drift = calibrate.region("Is this traffic like what the routers know?");
  await expect(drift.getByRole("row", { name: /MMLU/ })).toBeVisible();
  const earlier = drift.getByRole("combobox", { name: "Beside an earlier run" });
  const value = await earlier
    .getByRole("option", { name: /^last-month\.txt/ })
    .first()
    .getAttribute("value");
  await earlier.selectOption(value);
  await expect(drift.getByRole("status")).toContainText("The traffic has changed: the α of “last-month.txt”");
  await expect(calibrate.region("Quality to hope for")).toContainText("Extrapolated, not measured");

  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual([]);

  const report = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(report.match(/\/Type \/Page\b/g), "pages of the printed report").toHaveLength(1);
});

test("a run goes on while its page is reloaded, and stops when it is cancelled", async ({ calibrate, page }) => {
  await calibrate.open();
  // More than both transformers score while this story lasts.
  const many = Array.from({ length: 30_000 }, (_, place) => `${place}: ${PROMPTS[place % PROMPTS.length]}`);
  await calibrate.bring("many.txt", many.join("\n"));
  await page.getByRole("checkbox", { name: /^BERT/ }).check();
  await page.getByRole("checkbox", { name: /^Causal LLM/ }).check();
  await expect(page.getByText(/^About \d+\s(s|min), at speeds measured/)).toBeVisible();
  await page.getByRole("button", { name: "Score 30,000 prompts" }).click();
  const run = calibrate.region("many.txt");
  await expect(run.getByRole("progressbar")).toBeVisible();
  await expect(run).toContainText(/ prompts\/s/, { timeout: 40_000 });
  await page.reload();
  await expect(run.getByRole("progressbar")).toBeVisible();
  await run.getByRole("button", { name: "Cancel" }).click();
  await expect(run).toContainText(/Cancelled after [\d,]+ of 30,000 prompts/);
});

test("pasted prompts are scored too, and a run can be forgotten", async ({ calibrate, page }) => {
  await calibrate.open();
  await calibrate.pasted.fill(PROMPTS.slice(0, 60).join("\n"));
  await page.getByRole("button", { name: "Read these prompts" }).click();
  await expect(calibrate.region(/^2\. Check/).getByText("60 prompts", { exact: true })).toBeVisible();
  await calibrate.score();
  await calibrate.open();
  const forget = calibrate.region("Runs").getByRole("button", { name: "Forget the run of pasted.txt" });
  await forget.first().click();
  await expect(forget).toHaveCount(0);
});

test("a file that is none of these is refused in a sentence, and the page goes on", async ({ calibrate, watch }) => {
  watch.allow(/status of 4\d\d/);
  await calibrate.open();
  await calibrate.bring("table.csv", "PK\u0003\u0004 not a table");
  await expect(calibrate.region(/^1\. Bring prompts/).getByRole("alert")).toContainText("table.csv");
  await calibrate.bring("good.txt", PROMPTS.slice(0, 12).join("\n"));
  await expect(calibrate.region(/^2\. Check/).getByText("12 prompts", { exact: true })).toBeVisible();
});

test("a run that nobody knows says so", async ({ page, watch }) => {
  watch.allow(/status of 404/);
  await page.goto("/calibrate/runs/00000000-0000-4000-8000-000000000000");
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
});

test("at 360 px a result is read without scrolling sideways @phone", async ({ calibrate, page }) => {
  await calibrate.open();
  await calibrate.bring("phone.txt", PROMPTS.slice(0, 80).join("\n"));
  await calibrate.score();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
});
