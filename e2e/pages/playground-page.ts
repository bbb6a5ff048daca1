import type { Locator, Page } from "@playwright/test";
import { expect } from "@playwright/test";

export type RouterName = "SW ranking" | "Matrix factorization" | "BERT" | "Causal LLM" | "Prompt length" | "Random";

/** The playground as somebody sees and hears it: by role and label. */
export class PlaygroundPage {
  readonly prompt: Locator;
  readonly facts: Locator;
  /** The slider of the target share; the number beside it is `shareNumber`. */
  readonly share: Locator;
  readonly shareNumber: Locator;
  readonly routers: Locator;
  readonly cost: Locator;
  readonly history: Locator;
  readonly examples: Locator;
  readonly surprise: Locator;
  /** What a screen reader is told when things have settled. */
  readonly announcement: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.prompt = page.getByRole("textbox", { name: "Prompt", exact: true });
    this.facts = page.getByRole("region", { name: "Prompt", exact: true });
    this.share = page.getByRole("slider", { name: "Target share of strong calls" });
    this.shareNumber = page.getByRole("textbox", { name: "Target share of strong calls, in per cent" });
    this.routers = page.getByRole("region", { name: "Routers" });
    this.cost = page.getByRole("region", { name: "This prompt costs" });
    this.history = page.getByRole("list", { name: "Tried prompts" });
    this.examples = page.getByRole("list", { name: "Example prompts" });
    this.surprise = page.getByRole("button", { name: "Surprise me" });
    this.announcement = page.getByRole("status").and(page.locator("output"));
  }

  async open(query = ""): Promise<void> {
    await this.#page.goto(`/${query}`);
    await this.untilAlive();
  }

  /**
   * Until React has taken the page over. A text that is selected to be filled, or a fold that a stored price moves down a
   * line, would change under the hand of a program; what people do before that has stories of its own.
   */
  async untilAlive(): Promise<void> {
    const isAlive = () => this.prompt.evaluate((box) => Object.keys(box).some((key) => key.startsWith("__reactProps")));
    await expect.poll(isAlive).toBe(true);
  }

  row(name: RouterName): Locator {
    return this.routers.getByRole("article", { name });
  }

  /** One figure of a router's row, by the term that names it. */
  figure(name: RouterName, term: "Win rate" | "α" | "Margin" | "Latency"): Locator {
    return this.row(name).getByRole("definition").nth(["Win rate", "α", "Margin", "Latency"].indexOf(term));
  }

  /** Opens what says why a router gives its win rate. */
  async openWhy(name: RouterName): Promise<Locator> {
    await this.row(name).getByText("Why this win rate").click();
    return this.row(name).getByRole("region", { name: `Why this win rate: ${name}` });
  }

  async openBaselines(): Promise<void> {
    await this.routers.getByText("Baselines").click();
  }

  kind(label: string): Locator {
    return this.#page.getByRole("group", { name: "Kinds of examples" }).getByRole("button", { name: label });
  }

  /** A table, wherever it stands, by its caption. */
  table(caption: RegExp): Locator {
    return this.#page.getByRole("table", { name: caption });
  }

  example(title: string): Locator {
    return this.examples.getByRole("button", { name: title });
  }
}
