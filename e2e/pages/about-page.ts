import { expect, type Locator, type Page } from "@playwright/test";

/** The page about the method and the data: by role and label. */
export class AboutPage {
  readonly figures: Locator;
  readonly data: Locator;
  readonly similarity: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.figures = page.getByRole("table", { name: /^APGR/ });
    this.data = page.getByRole("table", { name: /^Every file of the data folder/ });
    this.similarity = this.card("How similar the benchmarks are to the training data").getByRole("table");
  }

  async open(): Promise<void> {
    await this.#page.goto("/about");
    await expect(this.#page.getByRole("heading", { level: 1 })).toHaveText("How it works, and how far to trust it");
  }

  card(title: string): Locator {
    return this.#page.getByRole("region", { name: title });
  }

  /** The win rate that a worked example comes to. */
  async winRate(card: Locator): Promise<number> {
    return Number(await card.getByRole("status").textContent());
  }
}
