import { expect, test } from "./fixtures";

test.describe("the page about the method and the data", () => {
  test("is reached from every page, and every router's arithmetic answers to its sliders", async ({ about, page }) => {
    await page.goto("/explore");
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "About" }).click();
    await expect(page).toHaveURL(/\/about/);
    await expect(page).toHaveTitle("About · RouteLLM Explorer");

    for (const [title, slider] of [
      ["SW ranking: look up similar battles", "The new prompt"],
      ["Matrix factorization: a dot product", "The prompt’s steps of reasoning"],
      ["BERT: read the prompt, name the winner", "The new prompt"],
      ["Causal LLM: ask how good the weak answer will be", "The new prompt"],
    ] as const) {
      const card = about.card(title);
      await card.getByRole("slider", { name: slider }).press("Home");
      const easy = await about.winRate(card);
      await card.getByRole("slider", { name: slider }).press("End");
      const hard = await about.winRate(card);
      expect(hard - easy, title).toBeGreaterThan(0.2);
      expect(easy).toBeGreaterThan(0);
      expect(hard).toBeLessThan(1);
    }
    const small = about.card("Matrix factorization: a dot product").getByRole("slider", { name: /small talk/ });
    const before = await about.winRate(about.card("Matrix factorization: a dot product"));
    await small.press("End");
    expect(await about.winRate(about.card("Matrix factorization: a dot product"))).toBeLessThan(before);
  });

  test("sets published beside measured figures, the same as the explorer's", async ({ about, explorer }) => {
    await about.open();
    const ranking = about.figures.getByRole("row", { name: /^SW ranking/ }).getByRole("cell");
    await expect(ranking).toHaveCount(8);
    // MMLU: paper, here; audited: never published.
    await expect(ranking.nth(0)).toHaveText("0.603");
    await expect(ranking.nth(2)).toHaveText("–");
    const here = (await ranking.nth(1).textContent()) ?? "";
    expect(here).toMatch(/^0\.\d{3}$/);
    await explorer.open("?benchmark=mmlu");
    await expect(explorer.metrics.getByRole("row", { name: /^SW ranking/ })).toContainText(`${here} [`);
  });

  test("names every data set with its licence, what was left out, and both MMLUs", async ({ about }) => {
    await about.open();
    const rows = about.data.getByRole("row");
    expect(await rows.count()).toBeGreaterThan(10);
    await expect(about.data.getByRole("row", { name: /^mmlu-pro/ })).toContainText("MIT");
    await expect(about.data.getByRole("row", { name: /^written-prompts/ })).toContainText("written for this project");
    await expect(about.similarity.getByRole("row", { name: /^GSM8K/ })).toContainText("0.493");
    await expect(about.card("Left out as contamination")).toContainText(/[\d,]+ rows are benchmark questions/);
    await expect(about.card("Why there are two MMLUs")).toContainText(/credit the strong model with 3\s%/);
    await expect(about.card("Reproducing it")).toContainText("−log 10");
  });

  test("shows whether win rates are frequencies, for the router that is picked", async ({ about }) => {
    await about.open();
    const card = about.card("Is a win rate a frequency?");
    await expect(card).toContainText("1,500 held-out outcomes");
    await card.getByRole("combobox", { name: "Router" }).selectOption("Prompt length");
    await expect(card.getByRole("figure", { name: /^Prompt length: .* before scaling/ })).toBeVisible();
    await card.getByRole("combobox", { name: "Router" }).selectOption("Matrix factorization");
    const figure = card.getByRole("figure", { name: /^Matrix factorization: win rates lie/ });
    await figure.getByText("The chart in figures").click();
    await expect(figure.getByRole("table").getByRole("row")).toHaveCount(11);
  });

  test("fits a phone @phone", async ({ about, page }) => {
    await about.open();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    await expect(about.card("Data and licences")).toBeVisible();
  });
});
