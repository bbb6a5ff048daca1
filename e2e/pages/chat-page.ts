import { expect, type Locator, type Page } from "@playwright/test";

/** The chat page as somebody sees and hears it: by role and label. */
export class ChatPage {
  readonly question: Locator;
  readonly turns: Locator;
  readonly announcement: Locator;
  /** Why the last question has no answer. */
  readonly failure: Locator;
  readonly total: Locator;
  readonly models: Locator;
  readonly conversations: Locator;
  readonly share: Locator;
  readonly keepsModel: Locator;
  readonly tally: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.question = page.getByRole("textbox", { name: "Your question" });
    this.turns = page.getByRole("list", { name: "Turns" });
    this.announcement = page.getByRole("region", { name: "Conversation", exact: true }).getByRole("status");
    this.failure = page.getByRole("region", { name: "Conversation", exact: true }).getByRole("alert");
    this.total = page.getByRole("region", { name: "This conversation so far" });
    this.models = page.getByRole("region", { name: "The two models" });
    this.conversations = page.getByRole("region", { name: "Conversations" });
    this.share = page.getByRole("textbox", { name: "Target share of strong calls, in per cent" });
    this.keepsModel = page.getByRole("checkbox", { name: /^Keep a conversation on the model/ });
    this.tally = page.getByRole("region", { name: "How the votes stand" });
  }

  async open(query = ""): Promise<void> {
    await this.#page.goto(`/chat${query}`);
    await expect(this.#page.getByRole("heading", { level: 1 })).toHaveText("Ask, and see who answers");
  }

  button(name: string | RegExp): Locator {
    return this.#page.getByRole("button", { name });
  }

  /** Asks, and waits for the whole answer. */
  async ask(question: string): Promise<void> {
    await this.question.fill(question);
    await this.button("Send").click();
    await this.answered();
  }

  /** The newest answer is whole. */
  async answered(): Promise<void> {
    await expect(this.button("Retry")).toBeVisible({ timeout: 30_000 });
  }

  /** The answers, in the order of their questions; the other model's beside each. */
  answers(by?: "strong" | "weak"): Locator {
    return this.turns.getByRole("article", { name: by === undefined ? /^Answer/ : `Answer of the ${by} model` });
  }

  /** One of the two answers of a comparison. */
  blind(name: "A" | "B"): Locator {
    return this.#page.getByRole("article", { name: `Answer ${name}` });
  }

  async openBlind(): Promise<void> {
    await this.#page.getByRole("tab", { name: "Blind comparison" }).click();
  }

  async compare(question: string): Promise<void> {
    await this.#page.getByRole("textbox", { name: "Question to compare" }).fill(question);
    await this.button("Send").click();
  }

  /** Turns to comparing a router with chance. */
  async choosePolicies(): Promise<void> {
    await this.#page.getByRole("radio", { name: "Router against random" }).check();
  }
}
