import { expect, test } from "./fixtures";

test.describe("a category's questions", () => {
  test("open with text, routing and both outcomes, follow the slider, and come back with the link", async ({
    explorer,
    page,
  }) => {
    await explorer.open("?benchmark=mmlu&router=mf&share=0.5");
    await explorer.categories.getByRole("button", { name: "Marketing" }).click();
    const panel = explorer.questionsOf("Marketing");
    await expect(panel.getByText("Questions: Marketing")).toBeFocused();
    await expect(page).toHaveURL(/category=marketing/);
    const first = panel.getByRole("row").nth(1);
    await expect(first).toContainText(/Made-up question \d+: which slogan sells\?/);
    await expect(first).toContainText(/mmlu-marketing-\d+/);
    await expect(first).toContainText(/[✓✗] (right|wrong)/);
    await first.getByText("more", { exact: true }).click();
    await expect(first.getByText("less", { exact: true })).toBeVisible();

    await explorer.edit(explorer.shareField, "100");
    await expect(panel.getByRole("cell", { name: "weak", exact: true })).toHaveCount(0);
    await explorer.edit(explorer.shareField, "0");
    await expect(panel.getByRole("cell", { name: "strong", exact: true })).toHaveCount(0);
    await panel.getByRole("button", { name: /^Sent to weak, strong did better/ }).click();
    await expect(panel.getByRole("row").nth(1)).toContainText(/✓ right.*✗ wrong/);

    await expect(page).toHaveURL(/share=0(&|$)/);
    await page.reload();
    await expect(panel.getByRole("row").nth(1)).toContainText(/✓ right.*✗ wrong/);
    await panel.getByRole("button", { name: /^All/ }).click();
    await expect(panel.getByRole("row").nth(1)).toContainText("Made-up question");
    await expect(panel.getByRole("row")).toHaveCount(21);
    await panel.getByRole("button", { name: /^Show 20 more of/ }).click();
    await expect(panel.getByRole("row")).toHaveCount(41);
    await panel.getByRole("button", { name: "Close" }).click();
    await expect(panel).toBeHidden();
    await expect(explorer.categories.getByRole("button", { name: "Marketing" })).toBeFocused();
    await expect(page).not.toHaveURL(/category/);
  });

  test("keep their place while the rest of the page still loads", async ({ explorer, page }) => {
    await page.route("**/_next/static/chunks/**", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await page.goto("/explore?benchmark=mmlu&category=marketing");
    const top = () => explorer.questionsOf("Marketing").evaluate((panel) => panel.getBoundingClientRect().top);
    await expect(explorer.questionsOf("Marketing")).toBeVisible();
    const first = await top();
    await page.waitForLoadState("networkidle");
    await expect(explorer.plot).toBeVisible();
    expect(await top()).toBe(first);
  });

  test("without text show their figures and say how to get it", async ({ explorer }) => {
    await explorer.open("?benchmark=mt-bench&category=writing");
    const panel = explorer.questionsOf("Writing");
    await expect(panel).toContainText("npm run routellm -- data fetch benchmarks");
    await expect(panel.getByRole("row").nth(1)).toContainText(/mt-bench-\d+/);
    await explorer.tab("GSM8K").click();
    await expect(panel).toBeHidden();
  });

  test("show routing and outcomes under each question on a phone @phone", async ({ explorer, page }) => {
    await explorer.open("?benchmark=mmlu&category=marketing");
    const first = explorer.questionsOf("Marketing").getByRole("row").nth(1);
    await expect(first.getByRole("rowheader")).toContainText(/(strong|weak)strong [✓✗]/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});
