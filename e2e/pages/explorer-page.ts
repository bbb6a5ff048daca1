import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";

/** The explorer as somebody sees and hears it: by role and label. */
export class ExplorerPage {
  readonly share: Locator;
  readonly router: Locator;
  readonly sample: Locator;
  /** The four faces. */
  readonly shareField: Locator;
  readonly threshold: Locator;
  readonly quality: Locator;
  readonly recovered: Locator;
  readonly costOfThousand: Locator;
  readonly costOfMonth: Locator;
  readonly volume: Locator;
  /** The chart with its finding as its name. */
  readonly chart: Locator;
  /** The chart's own keyboard stop; arrow keys read it out. */
  readonly plot: Locator;
  readonly point: Locator;
  readonly metrics: Locator;
  readonly histogram: Locator;
  readonly categories: Locator;
  readonly aboutBenchmark: Locator;
  readonly aboutPair: Locator;
  readonly strongModel: Locator;
  readonly weakModel: Locator;
  /** From the paper's pair on GSM8K to others, and back. */
  readonly otherModels: Locator;
  readonly backToPaper: Locator;
  /** The card of analyses beyond the curve. */
  readonly deeper: Locator;
  readonly regretTable: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.share = page.getByRole("slider", { name: "Target share of strong calls" });
    this.router = page.getByRole("combobox", { name: "Router" });
    this.sample = page.getByRole("combobox", { name: "α calibrated on" });
    this.point = page.getByRole("region", { name: "At this point" });
    this.shareField = this.point.getByRole("textbox", { name: "Target strong calls" });
    this.threshold = this.point.getByRole("textbox", { name: "Threshold α" });
    this.quality = this.point.getByRole("textbox", { name: "Expected quality" });
    this.recovered = this.point.getByRole("textbox", { name: "PGR" });
    this.costOfThousand = this.point.getByRole("textbox", { name: "Cost of 1,000 prompts" });
    this.costOfMonth = this.point.getByRole("textbox", { name: "Cost of a month" });
    this.volume = this.point.getByRole("textbox", { name: "Volume" });
    const quality = page.getByRole("region", { name: "Quality against strong calls" });
    this.chart = quality.getByRole("figure");
    this.plot = quality.getByRole("application");
    this.metrics = page.getByRole("table", { name: "Every router in figures" });
    this.histogram = page.getByRole("region", { name: /^Win rates of/ }).getByRole("figure");
    this.categories = page.getByRole("table", { name: "Routing by category" });
    this.aboutPair = page.getByRole("complementary", { name: "About this pair" });
    this.strongModel = page.getByRole("combobox", { name: "Strong model" });
    this.weakModel = page.getByRole("combobox", { name: "Weak model" });
    this.otherModels = page.getByRole("button", { name: /^Other models than/ });
    this.backToPaper = page.getByRole("button", { name: "Back to the paper’s pair" });
    this.deeper = page.getByRole("region", { name: "Where routing gains and loses" });
    this.regretTable = page.getByRole("table", { name: "Regret by category" });
    this.aboutBenchmark = page.getByRole("complementary", { name: "About this benchmark" });
  }

  /** Opens the page and waits until the benchmark's figures and its chart are there. */
  async open(query = ""): Promise<void> {
    await this.#page.goto(`/explore${query}`);
    await expect(this.point).toBeVisible();
    await expect(this.plot).toBeVisible();
  }

  tab(name: string): Locator {
    return this.#page.getByRole("tab", { name, exact: true });
  }

  series(name: string): Locator {
    return this.#page.getByRole("button", { name: `${name} on the chart` });
  }

  async edit(face: Locator, value: string): Promise<void> {
    await face.fill(value);
    await face.press("Enter");
  }

  /** What a face shows, as a number without its thousands marks. */
  async read(face: Locator): Promise<number> {
    return Number((await face.inputValue()).replaceAll(",", ""));
  }

  /** The names in the first column, top to bottom. */
  names(table: Locator): Locator {
    return table.getByRole("rowheader");
  }

  /** The opened category's questions. */
  questionsOf(category: string): Locator {
    return this.#page.getByRole("region", { name: `Questions: ${category}` });
  }

  /** The tile of one kind of regret. */
  regret(label: string): Locator {
    return this.deeper
      .getByRole("group", { name: "Kinds of regret" })
      .getByRole("button", { name: new RegExp(`^${label}`) });
  }

  head(table: Locator, name: string): Locator {
    return table.getByRole("columnheader", { name }).getByRole("button");
  }

  /** Presses one of the save buttons and gives the file's name and bytes. */
  async save(button: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const [download] = await Promise.all([
      this.#page.waitForEvent("download"),
      this.point.getByRole("button", { name: button }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }
}
