import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** What stands on the page at the moment at which it is laid out for paper. */
async function printed(page: Page): Promise<{ readonly text: string; readonly bytes: Buffer }> {
  await page.evaluate(() => {
    window.addEventListener(
      "beforeprint",
      () => document.body.setAttribute("data-printed", document.body.textContent ?? ""),
      {
        once: true,
      },
    );
  });
  const bytes = await page.pdf({ format: "A4" });
  const text = await page.evaluate(() => document.body.getAttribute("data-printed") ?? "");
  return { text, bytes };
}

/** Boxes whose insides reach beyond what they show of them. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("main *")].flatMap((element) => {
      const { overflowX, overflowY, display } = getComputedStyle(element);
      const hides = (overflow: string) => overflow !== "visible";
      // What is only for screen readers is one pixel large on purpose.
      if (display === "none" || element.clientWidth <= 1 || element.matches("textarea, input, select")) return [];
      const wide = hides(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const high = hides(overflowY) && element.scrollHeight > element.clientHeight + 1;
      return wide || high ? [`${element.tagName} ${element.className}`] : [];
    }),
  );

test("the explorer prints one state: what is off the screen follows the slider", async ({ explorer, page }) => {
  await explorer.open("?benchmark=gsm8k&router=mf&share=0.2");
  await expect(explorer.regretTable).toBeAttached();
  await explorer.share.press("Home");
  const { text, bytes } = await printed(page);
  expect(bytes.subarray(0, 5).toString("latin1")).toBe("%PDF-");
  expect(text).toContain("With no strong call every answer is the weak model's");
  // The histogram, the categories and the regrets say the same: nothing goes to the strong model.
  expect(text).toMatch(/sends 0 of 1,307 questions/);
  expect(text).toContain("No strong call is made, so none is wasted.");
  await expect(explorer.threshold).toHaveValue("1.0000");
});

for (const path of ["/explore?benchmark=mmlu&share=0.3&category=abstract_algebra", "/about"]) {
  test(`nothing of ${path} is cut off on paper`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole("table").first()).toBeAttached();
    if (path.startsWith("/explore")) await expect(page.getByRole("application")).toBeVisible();
    await page.setViewportSize({ width: 688, height: 1000 });
    await page.emulateMedia({ media: "print" });
    expect(await cutOff(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), "width of the page").toBe(688);
    if (!path.startsWith("/explore")) return;
    const plot = await page.getByRole("figure").first().locator("svg").first().boundingBox();
    expect((plot?.x ?? 0) + (plot?.width ?? 999)).toBeLessThanOrEqual(688);
    // Of 57 subjects every one is there, in the table by category and in that of regrets.
    await expect(page.getByRole("table", { name: "Regret by category" }).getByRole("row")).toHaveCount(58);
  });
}
