import { expect, type Locator, type Page } from "@playwright/test";

/** The page where prompts of one's own are brought, and the page of a run: by role and label. */
export class CalibratePage {
  readonly file: Locator;
  readonly pasted: Locator;
  readonly share: Locator;
  readonly monthlyCost: Locator;
  readonly routers: Locator;
  readonly saved: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.file = page.getByLabel("File with prompts");
    this.pasted = page.getByRole("textbox", { name: "Or paste prompts, one a line" });
    this.share = page.getByRole("slider", { name: "Target share of strong calls" });
    this.monthlyCost = page.getByRole("textbox", { name: "Budget of a month" });
    this.routers = page.getByRole("table", { name: /^α of each router/ });
    this.saved = page.getByRole("table", { name: "Saved calibrations" });
  }

  async open(): Promise<void> {
    await this.#page.goto("/calibrate");
    await expect(this.#page.getByRole("heading", { level: 1 })).toHaveText("Which α for your traffic?");
    // The list of runs comes from the page's script: what is asked of the page before that would be lost.
    await expect(this.region("Runs")).toHaveAttribute("aria-busy", "false");
  }

  region(name: string | RegExp): Locator {
    return this.#page.getByRole("region", { name });
  }

  /** Gives a file of these rows to the page. */
  async bring(name: string, content: string): Promise<void> {
    await this.file.setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
  }

  /** Presses the button that starts the run, and waits for its result. */
  async score(): Promise<void> {
    await this.#page.getByRole("button", { name: /^Score [\d,]+ prompts$/ }).click();
    await expect(this.#page).toHaveURL(/\/calibrate\/runs\/[0-9a-f-]{36}/);
    await expect(this.routers).toBeVisible({ timeout: 40_000 });
  }

  /** A router's figures at the target, as they stand in the table. */
  async figures(router: string): Promise<readonly string[]> {
    const row = this.routers.getByRole("row").filter({ has: this.#page.getByRole("rowheader", { name: router }) });
    return row.getByRole("cell").allTextContents();
  }
}
