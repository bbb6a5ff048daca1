import AxeBuilder from "@axe-core/playwright";
import { parse } from "csv-parse/sync";
import { expect, test } from "./fixtures";

test.describe("the slider", () => {
  test("at 0 % every answer is the weak model's, at 100 % the strong one's, and 50 % lies between", async ({
    explorer,
  }) => {
    await explorer.open("?benchmark=mmlu-audited&router=mf");
    await explorer.share.press("Home");
    await expect(explorer.share).toHaveAttribute("aria-valuetext", /^0\s%/);
    await expect(explorer.recovered).toHaveValue("0.0");
    await expect(explorer.threshold).toHaveValue("1.0000");
    await expect(explorer.chart).toContainText("With no strong call every answer is the weak model's");
    const weak = await explorer.read(explorer.quality);

    await explorer.share.press("End");
    await expect(explorer.recovered).toHaveValue("100.0");
    await expect(explorer.threshold).toHaveValue("0.0000");
    await expect(explorer.chart).toContainText("With only strong calls every answer is the strong model's");
    const strong = await explorer.read(explorer.quality);

    await explorer.edit(explorer.shareField, "50");
    await expect(explorer.share).toHaveValue("50");
    await expect(explorer.chart).toContainText(/At 50\.0\s% strong calls Matrix factorization scores/);
    const half = await explorer.read(explorer.quality);
    expect(half).toBeGreaterThan(weak);
    expect(half).toBeLessThan(strong);
  });

  test("moves curves' figures, categories and histogram, and the link restores all of it", async ({
    explorer,
    page,
  }) => {
    await explorer.open("?benchmark=gsm8k&router=sw_ranking&share=0.3");
    await expect(explorer.share).toHaveValue("30");
    await expect(explorer.histogram).toContainText(/sends 39\d of 1,307 questions/);
    await explorer.edit(explorer.shareField, "72.5");
    await expect(explorer.histogram).toContainText(/sends 94\d of 1,307 questions/);
    await expect(page).toHaveURL(/share=0\.725/);
    const ownThreshold = await explorer.threshold.inputValue();
    await explorer.sample.selectOption("chat");
    await expect(page).toHaveURL(/calibrated=chat/);
    await expect(explorer.threshold).not.toHaveValue(ownThreshold);
    const [quality, threshold] = [await explorer.quality.inputValue(), await explorer.threshold.inputValue()];
    await page.reload();
    await expect(explorer.quality).toHaveValue(quality);
    await expect(explorer.threshold).toHaveValue(threshold);
    await expect(explorer.sample).toHaveValue("chat");
    await expect(explorer.router).toHaveValue("sw_ranking");
    await expect(explorer.tab("GSM8K")).toHaveAttribute("aria-selected", "true");
    await explorer.sample.selectOption("benchmark");
    await expect(page).not.toHaveURL(/calibrated/);
    await expect(explorer.threshold).toHaveValue(ownThreshold);
  });

  test("drags by mouse, and its thumb stands under the plot's own share", async ({ explorer, page }) => {
    await explorer.open("?benchmark=mmlu&router=mf");
    const box = await explorer.share.boundingBox();
    if (box === null) throw new Error("the slider has no box");
    const thumb = 20;
    const at = (share: number) => box.x + thumb / 2 + share * (box.width - thumb);
    await page.mouse.move(at(0.5), box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(at(0.25), box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    expect(Math.abs((await explorer.read(explorer.shareField)) - 25)).toBeLessThan(0.6);
    const plot = await explorer.plot.boundingBox();
    if (plot === null) throw new Error("the chart has no box");
    await page.mouse.click(at(0.8), plot.y + plot.height / 2);
    await expect
      .poll(async () => Math.abs((await explorer.read(explorer.shareField)) - 80), { message: "a click on the plot" })
      .toBeLessThan(0.6);
  });
});

test.describe("the four faces", () => {
  test("each one moves the others, and comes back as it was typed", async ({ explorer }) => {
    await explorer.open("?benchmark=mmlu&router=mf");
    await explorer.edit(explorer.shareField, "30");
    const alpha = await explorer.threshold.inputValue();
    const quality = await explorer.read(explorer.quality);
    const cost = await explorer.read(explorer.costOfThousand);

    await explorer.edit(explorer.shareField, "60");
    expect(await explorer.read(explorer.threshold)).toBeLessThan(Number(alpha));

    await explorer.edit(explorer.threshold, alpha);
    await expect(explorer.threshold).toHaveValue(alpha);
    await expect.poll(() => explorer.read(explorer.shareField)).toBeCloseTo(30, 0);

    await explorer.edit(explorer.shareField, "60");
    await explorer.edit(explorer.quality, String(quality));
    expect(Math.abs((await explorer.read(explorer.quality)) - quality)).toBeLessThan(0.11);
    expect(await explorer.read(explorer.shareField)).toBeLessThan(32);

    await explorer.edit(explorer.shareField, "60");
    await explorer.edit(explorer.costOfThousand, String(cost));
    await expect.poll(() => explorer.read(explorer.shareField)).toBeCloseTo(30, 0);

    await explorer.edit(explorer.recovered, "80");
    expect(Math.abs((await explorer.read(explorer.recovered)) - 80)).toBeLessThan(0.5);
  });

  test("a month costs a thousand prompts times the volume, at prices that can be edited", async ({
    explorer,
    page,
  }) => {
    await explorer.open("?share=1");
    // 359 tokens at $24.70 a million.
    await expect(explorer.costOfThousand).toHaveValue("8.87");
    await expect(explorer.costOfMonth).toHaveValue("886.73");
    await explorer.edit(explorer.volume, "2,000,000");
    await expect(explorer.costOfMonth).toHaveValue("17735");
    await explorer.point.getByText("Prices and lengths").click();
    await explorer.edit(page.getByRole("textbox", { name: "Price of the strong model" }), "10");
    await expect(explorer.costOfMonth).toHaveValue("7180");
    await explorer.edit(explorer.costOfMonth, "3590");
    await expect.poll(() => explorer.read(explorer.shareField)).toBeCloseTo(48.8, 0);
    await expect(explorer.costOfMonth).toHaveValue("3590");
    await expect(explorer.point).toContainText(/Expected at this α: \$3,5\d\d a month/);
  });

  test("a wish out of reach gets one sentence and the nearest reachable value", async ({ explorer }) => {
    await explorer.open("?benchmark=mmlu-audited&router=mf");
    const said = explorer.point.getByRole("status");
    await explorer.edit(explorer.quality, "99");
    await expect(said.first()).toContainText(
      /Matrix factorization never reaches 99\.0\s% on MMLU audited; its best is set/,
    );
    await explorer.edit(explorer.quality, "10");
    await expect(said.first()).toContainText("The weak model alone already reaches");
    await expect(explorer.shareField).toHaveValue("0");
    await explorer.edit(explorer.costOfMonth, "1");
    await expect(said.first()).toContainText("Even without a strong call a month costs $8.62");
    await explorer.edit(explorer.costOfMonth, "99999");
    await expect(said.first()).toContainText("With only strong calls a month costs $886.73");
    await expect(explorer.shareField).toHaveValue("100");
    await explorer.edit(explorer.threshold, "7");
    await expect(said.first()).toContainText("α is a win rate and lies between 0 and 1; 1 is set.");
    await explorer.edit(explorer.shareField, "40");
    await expect(said.first()).toBeEmpty();
  });

  test("calibrated on chat prompts, the achieved share differs from the target and both are shown", async ({
    explorer,
    page,
  }) => {
    await explorer.open("?benchmark=mmlu&router=mf&share=0.5");
    const own = await explorer.threshold.inputValue();
    await explorer.sample.selectOption("chat");
    await expect(explorer.threshold).not.toHaveValue(own);
    await expect(page.getByText(/Aimed at 50\.0\s% of chat prompts; on these questions the same α/)).toBeVisible();
    await expect(explorer.share).toHaveValue("50");
  });
});

test("tabs change the benchmark by mouse and by keyboard, and say what it is worth", async ({ explorer, page }) => {
  await explorer.open("?benchmark=mmlu");
  await expect(explorer.aboutBenchmark).toContainText("In high-school mathematics the published outcomes are wrong");
  await explorer.tab("MMLU").focus();
  await page.keyboard.press("ArrowRight");
  await expect(explorer.tab("MMLU audited")).toBeFocused();
  await expect(explorer.aboutBenchmark).toContainText("These questions are left out here");
  await explorer.tab("MT-Bench").click();
  await expect(explorer.aboutBenchmark).toContainText("72 open questions");
  await expect(explorer.quality).toHaveValue(/^[89]\.\d\d$/);
  await expect(page).toHaveURL(/benchmark=mt-bench/);
});

test("an unknown router, benchmark, share and calibration fall back without an error", async ({ explorer }) => {
  await explorer.open("?router=gpt&benchmark=imagenet&share=7&calibrated=dreams");
  await expect(explorer.share).toHaveValue("50");
  await expect(explorer.router).toHaveValue(/^(mf|sw_ranking)$/);
  await expect(explorer.sample).toHaveValue("benchmark");
});

test("a failed download says so and can be tried again", async ({ explorer, page, watch }) => {
  watch.allow(/status of 500/);
  await page.route("**/benchmarks/gsm8k", (route) => route.fulfill({ status: 500 }), { times: 1 });
  await page.goto("/explore?benchmark=gsm8k");
  await expect(page.getByRole("alert").filter({ hasText: "GSM8K could not be read" })).toBeVisible();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(explorer.point).toBeVisible();
});

test("tables sort by any column and follow the slider", async ({ explorer }) => {
  await explorer.open("?benchmark=mmlu&router=mf&share=0.5");
  await expect(explorer.names(explorer.metrics)).toHaveCount(6);
  const apgr = explorer.metrics.getByRole("columnheader", { name: "APGR" });
  await expect(apgr).toHaveAttribute("aria-sort", "descending");
  await explorer.head(explorer.metrics, "Router").click();
  await expect(explorer.names(explorer.metrics)).toContainText([
    "BERT",
    "Causal LLM",
    "Matrix factorization",
    "Prompt length",
    "Random",
    "SW ranking",
  ]);
  await expect(explorer.names(explorer.categories)).toHaveCount(57);
  await explorer.head(explorer.categories, "Category").click();
  await expect(explorer.names(explorer.categories).first()).toHaveText("Abstract algebra");
  await explorer.head(explorer.categories, "Category").click();
  await expect(explorer.names(explorer.categories).first()).toHaveText("World religions");
  await explorer.head(explorer.categories, "Questions").click();
  await expect(explorer.names(explorer.categories).first()).toHaveText("Professional law");
  await explorer.share.press("Home");
  await expect(explorer.categories.getByRole("row", { name: /Professional law/ })).toContainText(/law0\s%/);
  await explorer.share.press("End");
  await expect(explorer.categories.getByRole("row", { name: /Professional law/ })).toContainText(/law100\s%/);
});

test("the paper's figures stand beside ours on the same thresholds", async ({ explorer, page }) => {
  await explorer.open("?benchmark=gsm8k");
  await page.getByText("What others published on this benchmark").click();
  const published = page.getByRole("table", { name: /11 decile thresholds/ });
  await expect(published.getByRole("row", { name: /^MF, published/ })).toContainText("0.565");
  const ours = published.getByRole("row", { name: /here, on the same deciles/ });
  await expect(ours).toHaveText(
    ["SW ranking", "Matrix factorization", "BERT", "Causal LLM"].map(
      (name) => new RegExp(`^${name}.*0\\.\\d{3}.*%.*%$`),
    ),
  );
});

test("the legend hides and shows a series, also in the read-out", async ({ explorer }) => {
  await explorer.open("?benchmark=mmlu&router=mf");
  await explorer.plot.focus();
  await explorer.plot.press("ArrowRight");
  await expect(explorer.chart.getByRole("row", { name: /Prompt length/ }).first()).toBeVisible();
  await explorer.series("Prompt length").click();
  await expect(explorer.series("Prompt length")).toHaveAttribute("aria-pressed", "false");
  await explorer.plot.focus();
  await explorer.plot.press("ArrowRight");
  await expect(explorer.chart.getByRole("row", { name: /SW ranking/ }).first()).toBeVisible();
  await expect(explorer.chart.getByRole("row", { name: /Prompt length/ })).toHaveCount(0);
  await explorer.series("Prompt length").press("Space");
  await expect(explorer.series("Prompt length")).toHaveAttribute("aria-pressed", "true");
});

test.describe("exports", () => {
  test("curves, table and point are CSV that parses and agrees with the page", async ({ explorer }) => {
    await explorer.open("?benchmark=gsm8k&router=mf&share=0.4");
    const curves = await explorer.save("Curves CSV");
    expect(curves.name).toBe("routellm-gsm8k-curves.csv");
    const rows: Record<string, string>[] = parse(curves.bytes, { columns: true });
    const mf = rows.filter((row) => row.router === "mf");
    expect(mf.length).toBeGreaterThan(100);
    expect([mf.at(0)?.strong_share, mf.at(-1)?.strong_share]).toEqual(["0", "1"]);

    const table: Record<string, string>[] = parse((await explorer.save("Table CSV")).bytes, { columns: true });
    expect(table.map((row) => row.router).sort()).toEqual([
      "bert",
      "causal_llm",
      "length",
      "mf",
      "random",
      "sw_ranking",
    ]);

    const point: Record<string, string>[] = parse((await explorer.save("Point CSV")).bytes, { columns: true });
    const value = (name: string) => Number(point.find((row) => row.name === name)?.value);
    expect(value("score") * 100).toBeCloseTo(await explorer.read(explorer.quality), 1);
    expect(value("threshold")).toBeCloseTo(await explorer.read(explorer.threshold), 3);
    expect(value("cost per month")).toBeCloseTo(await explorer.read(explorer.costOfMonth), 1);
  });

  test("the chart is an SVG that stands by itself and a PNG", async ({ explorer, page }) => {
    await explorer.open("?benchmark=mt-bench&router=mf&share=0.4");
    const svg = (await explorer.save("Chart SVG")).bytes.toString("utf8");
    expect(svg).toContain("MT-Bench: quality against strong calls");
    expect(svg).not.toMatch(/var\(|NaN|undefined|<image|href/);
    const problems = await page.evaluate((source) => {
      const parsed = new DOMParser().parseFromString(source, "image/svg+xml");
      return parsed.getElementsByTagName("parsererror").length;
    }, svg);
    expect(problems).toBe(0);
    const { bytes } = await explorer.save("Chart PNG");
    expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1920, 1280]);
  });

  test("a model name stands only for chat prompts, with what it was calibrated on; the link can be copied", async ({
    explorer,
    page,
    context,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await explorer.open("?benchmark=gsm8k&router=mf&share=0.4");
    const copy = explorer.point.getByRole("button", { name: /^Copy model name/ });
    await expect(explorer.point).toContainText(
      /On chat prompts this α sends \d+\.\d\s% to the strong model, not 40\.0\s%/,
    );
    await expect(copy).toHaveCount(0);
    await expect(explorer.point.getByRole("link", { name: "Calibrate on your own prompts" })).toHaveAttribute(
      "href",
      "/calibrate?router=mf&share=0.4",
    );
    await explorer.point.getByRole("button", { name: "Calibrate α on chat prompts" }).click();
    await expect(explorer.point).toContainText(/calibrated on [\d,]+ real chat prompts/);
    await copy.click();
    await expect(explorer.point.getByText(/Model name, calibrated on .* copied\./)).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^router-mf-0\.\d{5}$/);
    await explorer.point.getByRole("button", { name: "Copy link" }).click();
    await expect(explorer.point.getByText("Link copied.")).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("share=0.4");
  });
});

test("the curves stand on the chart from its first frame", async ({ page }) => {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      const figure = document.querySelector("figure:has(input[type=range])");
      if (figure === null) return;
      observer.disconnect();
      const curves = [...figure.querySelectorAll("path")].filter((path) => (path.getAttribute("d")?.length ?? 0) > 500);
      document.documentElement.dataset.curvesAtFirst = String(curves.length);
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto("/explore?benchmark=gsm8k");
  await expect(page.getByRole("application")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-curves-at-first", "6");
});

test("everything works by keyboard alone", async ({ explorer, page }) => {
  await explorer.open("?benchmark=mmlu&router=mf&share=0.5");
  await explorer.tab("MMLU").focus();
  await page.keyboard.press("Tab");
  await expect(explorer.router).toBeFocused();
  await page.keyboard.press("s");
  await expect(explorer.router).toHaveValue("sw_ranking");
  // Past the other choice, the legend and the chart; each of them is one stop.
  const onSlider = () => explorer.share.evaluate((slider) => slider === document.activeElement);
  for (let stops = 0; stops < 20 && !(await onSlider()); stops += 1) await page.keyboard.press("Tab");
  await expect(explorer.share).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(explorer.share).toHaveValue("51");
  await page.keyboard.press("PageUp");
  await expect(explorer.share).toHaveValue("61");
  await explorer.plot.focus();
  await page.keyboard.press("ArrowRight");
  await expect(explorer.chart.getByText(/% strong calls$/).first()).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing serious once the figures are there, in ${colorScheme}`, async ({ explorer, page }) => {
    await page.emulateMedia({ colorScheme });
    await explorer.open("?benchmark=mt-bench&router=mf&share=0.3");
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual([]);
  });
}

test("nothing is cut off at 360 px @phone", async ({ explorer, page }) => {
  await explorer.open("?benchmark=mmlu&router=mf&share=0.5");
  await expect(explorer.names(explorer.categories)).toHaveCount(57);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  // A table scrolls inside its panel; the panel's own words never leave the screen.
  for (const finding of [
    page.getByText(/^Most to the strong model/),
    page.getByText(/keeps? most of the gap on average/),
  ]) {
    await finding.scrollIntoViewIfNeeded();
    const box = await finding.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? Number.NaN)).toBeLessThanOrEqual(360);
  }
  await explorer.share.press("End");
  await expect(explorer.recovered).toHaveValue("100.0");
  await explorer.edit(explorer.quality, "75");
  await expect(explorer.quality).toHaveValue(/^75\.\d$/);
});
