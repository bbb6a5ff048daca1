import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const HARD = "Prove that there are infinitely many primes congruent to 3 modulo 4, and explain each step.";
const LEARNED = ["SW ranking", "Matrix factorization"] as const;
const ALL = [...LEARNED, "Prompt length", "Random"] as const;
const DECISION = /^(strong|weak)$/;

test("the first paint shows a scored example, before any script runs", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Prompt", exact: true })).not.toHaveValue("");
  for (const name of LEARNED) {
    await expect(page.getByRole("article", { name }).getByText(DECISION)).toBeVisible();
  }
  await context.close();
});

test("while somebody types, every router's win rate and decision follow", async ({ playground }) => {
  await playground.open();
  await playground.openBaselines();
  await playground.prompt.fill("hi");
  await expect(playground.routers).toHaveAttribute("aria-busy", "false");
  const before = await playground.figure("Matrix factorization", "Win rate").textContent();

  await playground.prompt.fill("");
  await playground.prompt.pressSequentially(HARD, { delay: 25 });
  await expect(playground.routers).toHaveAttribute("aria-busy", "false");
  await expect(playground.figure("Matrix factorization", "Win rate")).not.toHaveText(before ?? "");
  for (const name of ALL) {
    await expect(playground.figure(name, "Win rate")).toHaveText(/^[01]\.\d{4}$/);
    await expect(playground.figure(name, "α")).toHaveText(/^[01]\.\d{4}$/);
    await expect(playground.figure(name, "Margin")).toHaveText(/^[+−±]0\.\d{4}$/);
    await expect(playground.figure(name, "Latency")).toHaveText(/^\d+\.\d\d\sms$/);
    await expect(playground.row(name).getByText(DECISION)).toBeVisible();
    await expect(playground.row(name)).toContainText(/higher than \d+\s% of chat prompts/);
  }
  await expect(playground.routers).toContainText(/learned routers (say|disagree)/);
  await expect(playground.facts).toContainText(`${HARD.length} / 32,000 characters`);
  await expect(playground.facts).toContainText(/: (chat|code|word problem|multiple choice)Copy link$/);
});

test.describe("before the page's script has come", () => {
  /** Opens the page, does something there, and only then lets scripts come. */
  async function early(page: Page, act: () => Promise<unknown>): Promise<void> {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/*.js", async (route) => {
      await released;
      await route.continue();
    });
    await page.goto("/", { waitUntil: "commit" });
    await act();
    release();
  }

  test("what is typed is kept and scored", async ({ page, playground }) => {
    await early(page, () => playground.prompt.fill("typed early"));
    await expect(playground.facts).toContainText("11 / 32,000 characters");
    await expect(playground.prompt).toHaveValue("typed early");
    await expect(playground.routers).toHaveAttribute("aria-busy", "false");
    await expect(playground.history.getByRole("button", { name: /typed early/ })).toBeVisible();
  });

  test("what is chosen is kept", async ({ page, playground }) => {
    const decidedBy = playground.cost.getByRole("combobox", { name: "Decided by" });
    await early(page, () => decidedBy.selectOption("sw_ranking"));
    await expect(page).toHaveURL(/router=sw_ranking/);
    await expect(decidedBy).toHaveValue("sw_ranking");
  });

  test("what is set on the slider is kept", async ({ page, playground }) => {
    await early(page, () => playground.share.fill("30"));
    await expect(page).toHaveURL(/share=0\.3/);
    await expect(playground.shareNumber).toHaveValue("30");
  });

  test("what is opened is filled", async ({ page, playground }) => {
    await early(page, () => playground.cost.getByText("Prices and answer length").click());
    await expect(playground.cost.getByRole("textbox", { name: "Price of the strong model" })).toHaveValue("24.7");
  });
});

test("an answer about a former text is dropped, and its numbers are marked as outdated meanwhile", async ({
  page,
  playground,
}) => {
  await playground.open();
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/*", async (route) => {
    if (route.request().method() === "POST") await released;
    await route.continue();
  });
  await playground.prompt.fill("first text, whose answer is late");
  await expect(playground.routers).toHaveAttribute("aria-busy", "true");
  await expect(playground.facts).toContainText("scoring…");
  await playground.prompt.fill("");
  await expect(playground.figure("Matrix factorization", "Win rate")).toHaveText("–");
  release();
  await page.waitForLoadState("networkidle");
  await expect(playground.figure("Matrix factorization", "Win rate")).toHaveText("–");
  await expect(playground.routers.getByText(DECISION)).toHaveCount(0);
});

test("the target share at 0 %, 50 % and 100 % decides, and the address remembers it", async ({ page, playground }) => {
  await playground.open();
  await playground.openBaselines();

  await playground.share.press("Home");
  for (const name of ALL) await expect(playground.row(name).getByText(DECISION)).toHaveText("weak");
  await expect(playground.share).toHaveAttribute("aria-valuetext", /^0\s%/);
  await expect(playground.routers).toContainText("every prompt goes to the weak model");
  await expect(page).toHaveURL(/[?&]share=0(&|$)/);

  await playground.share.press("End");
  for (const name of ALL) await expect(playground.row(name).getByText(DECISION)).toHaveText("strong");
  await expect(page).toHaveURL(/[?&]share=1(&|$)/);
  await page.reload();
  await expect(playground.shareNumber).toHaveValue("100");
  await expect(playground.row("Matrix factorization").getByText(DECISION)).toHaveText("strong");

  await playground.shareNumber.fill("50");
  await playground.shareNumber.press("Enter");
  await expect(playground.share).toHaveValue("50");
  await expect(page).not.toHaveURL(/share=/);
  const margin = await playground.figure("Matrix factorization", "Margin").textContent();
  await expect(playground.row("Matrix factorization").getByText(DECISION)).toHaveText(
    margin?.startsWith("−") ? "weak" : "strong",
  );
});

test("a router flips where its sentence says it does", async ({ playground }) => {
  await playground.open(`?prompt=${encodeURIComponent(HARD)}&share=0`);
  const mf = playground.row("Matrix factorization").getByText(DECISION);
  await expect(mf).toHaveText("weak");
  await playground.share.press("PageUp");
  await expect(playground.share).toHaveValue("10");
  await playground.share.press("ArrowRight");
  await expect(playground.share).toHaveValue("11");

  await playground.shareNumber.fill("99");
  await playground.shareNumber.press("Enter");
  await expect(playground.routers).toContainText("turns weak below");
  const sentence = (await playground.routers.textContent()) ?? "";
  const [, router, flip] = /The closest call: (.*?) is .*? turns weak below (\d+)\s%/.exec(sentence) ?? [];
  expect(flip, sentence).toBeDefined();
  const names = ["SW ranking", "Matrix factorization", "BERT", "Causal LLM"] as const;
  const closest = playground.row(names.find((name) => name === router) ?? names[0]);
  await playground.shareNumber.fill(String(flip));
  await playground.shareNumber.press("Enter");
  await expect(closest.getByText(DECISION)).toHaveText("strong");
  await playground.share.press("ArrowLeft");
  await expect(closest.getByText(DECISION)).toHaveText("weak");
});

test("a link restores prompt, share and router; bad values fall back", async ({ playground }) => {
  const prompt = "¿Qué es <b>esto</b>? 👍🏽 & more";
  await playground.open(`?prompt=${encodeURIComponent(prompt)}&share=0.33&router=sw_ranking`);
  await expect(playground.prompt).toHaveValue(prompt);
  await expect(playground.shareNumber).toHaveValue("33");
  await expect(playground.cost.getByRole("combobox", { name: "Decided by" })).toHaveValue("sw_ranking");

  await playground.open("?prompt=&share=7&router=nobody");
  await expect(playground.prompt).not.toHaveValue("");
  await expect(playground.shareNumber).toHaveValue("50");
  await expect(playground.cost.getByRole("combobox", { name: "Decided by" })).toHaveValue("mf");
});

test("the number of the share says what it wants instead of a bad entry, and Escape takes it back", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.shareNumber.fill("150");
  await playground.shareNumber.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "Enter a number from 0 to 100." })).toBeVisible();
  await expect(playground.shareNumber).toHaveAttribute("aria-invalid", "true");
  await expect(playground.share).toHaveValue("50");
  await playground.shareNumber.press("Escape");
  await expect(playground.shareNumber).toHaveValue("50");
});

test("examples can be filtered by kind, picked, and left to chance", async ({ playground }) => {
  await playground.open();
  expect(await playground.examples.getByRole("button").count()).toBeGreaterThanOrEqual(40);
  await playground.kind("Small talk").click();
  await expect(playground.kind("Small talk")).toHaveAttribute("aria-pressed", "true");
  await expect(playground.examples.getByRole("button")).toHaveCount(6);

  const first = playground.examples.getByRole("button").first();
  await first.click();
  await expect(first).toHaveAttribute("aria-current", "true");
  await expect(playground.routers).toHaveAttribute("aria-busy", "false");
  const picked = await playground.prompt.inputValue();
  await playground.surprise.click();
  await expect(playground.prompt).not.toHaveValue(picked);
});

test("tried prompts are listed with their scores, restored by a click, survive the explorer, and can be cleared", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.prompt.fill("hello there");
  await expect(playground.history.getByRole("button", { name: /hello there/ })).toBeVisible();
  await playground.prompt.fill(HARD);
  await expect(playground.history.getByRole("button", { name: /infinitely many primes/ })).toContainText(/0\.\d{4}/);

  await page.getByRole("link", { name: "Explore" }).click();
  await expect(page).toHaveURL(/\/explore/);
  await page.getByRole("link", { name: "Playground" }).click();
  await expect(playground.prompt).toHaveValue(HARD);
  await playground.history.getByRole("button", { name: /hello there/ }).click();
  await expect(playground.prompt).toHaveValue("hello there");
  await expect(playground.routers).toHaveAttribute("aria-busy", "false");

  await page.getByRole("button", { name: "Clear history" }).click();
  await expect(playground.history).toHaveCount(0);
});

test("a cleared history stays empty, also where the scores of the text in the box come later", async ({
  page,
  playground,
}) => {
  await page.clock.install();
  await playground.open();
  await playground.prompt.fill("hello there");
  await expect(playground.history.getByRole("button", { name: /hello there/ })).toBeVisible();

  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/*", async (route) => {
    if (route.request().method() === "POST") await released;
    await route.continue();
  });
  await playground.prompt.fill("hello late answer");
  await expect(playground.routers).toHaveAttribute("aria-busy", "true");
  await page.getByRole("button", { name: "Clear history" }).click();
  release();
  await expect(playground.routers).toHaveAttribute("aria-busy", "false");
  await page.clock.fastForward(5_000);
  await expect(page.getByText("Prompts that you try are listed here")).toBeVisible();

  await playground.prompt.fill("hello again");
  await expect(playground.history.getByRole("button", { name: /hello again/ })).toBeVisible();
  await expect(playground.history.getByRole("listitem")).toHaveCount(1);
});

test("the target share goes along to the explorer and back", async ({ page, playground }) => {
  await playground.open();
  await playground.shareNumber.fill("21");
  await playground.shareNumber.press("Enter");
  await expect(page).toHaveURL(/share=0\.21/);
  await page.getByRole("link", { name: "Explore" }).click();
  await expect(page).toHaveURL(/\/explore\?.*share=0\.21/);
  await page.getByRole("link", { name: "Playground" }).click();
  await expect(playground.shareNumber).toHaveValue("21");
});

test("a router chosen on one page is looked at on the other, also where it is a page's default", async ({
  page,
  playground,
  explorer,
}) => {
  const decidedBy = playground.cost.getByRole("combobox", { name: "Decided by" });
  for (const [other, chosen] of [
    ["sw_ranking", "mf"],
    ["mf", "sw_ranking"],
  ] as const) {
    await playground.open();
    await decidedBy.selectOption(other);
    await decidedBy.selectOption(chosen);
    await expect(page).toHaveURL(new RegExp(`[?&]router=${chosen}`));
    await page.getByRole("link", { name: "Explore" }).click();
    await expect(explorer.router).toHaveValue(chosen);

    await explorer.open();
    await explorer.router.selectOption(other);
    await explorer.router.selectOption(chosen);
    await expect(page).toHaveURL(new RegExp(`[?&]router=${chosen}`));
    await page.getByRole("link", { name: "Playground" }).click();
    await expect(decidedBy).toHaveValue(chosen);
  }
});

test("prices can be edited, move the saving, and stay in this browser", async ({ page, playground }) => {
  await playground.open("?share=0");
  await expect(playground.cost).toContainText("saves $");
  await playground.cost.getByText("Prices and answer length").click();
  const strong = playground.cost.getByRole("textbox", { name: "Price of the strong model" });
  await expect(strong).toHaveValue("24.7");
  const row = playground.cost.getByRole("row", { name: /^Strong/ });
  const before = await row.textContent();
  await strong.fill("100");
  await strong.press("Enter");
  await expect(row).not.toHaveText(before ?? "");
  await page.reload();
  await playground.untilAlive();
  await playground.cost.getByText("Prices and answer length").click();
  await expect(strong).toHaveValue("100");
  await playground.cost.getByRole("button", { name: "Reset to the paper" }).click();
  await expect(strong).toHaveValue("24.7");
});

test("the keyboard alone is enough", async ({ page, playground }) => {
  await playground.open();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Does the pair matter?" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(playground.prompt).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Say hello in Dutch.");
  await expect(playground.prompt).toHaveValue("Say hello in Dutch.");
  await expect(playground.routers).toHaveAttribute("aria-busy", "false");

  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "taken for" })).toBeFocused();
  await expect(page.getByRole("tooltip")).toContainText("what kind it is");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("tooltip")).toBeHidden();

  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Copy link" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(playground.shareNumber).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(playground.share).toBeFocused();
  await page.keyboard.press("Home");
  await expect(playground.row("Matrix factorization").getByText(DECISION)).toHaveText("weak");
  await page.keyboard.press("End");
  await expect(playground.row("Matrix factorization").getByText(DECISION)).toHaveText("strong");
  await expect(playground.announcement).toContainText("every prompt goes to the strong model");
});

test("at 360 px nothing sticks out, and the story is the same @phone", async ({ page, playground }) => {
  await playground.open();
  const sideways = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await sideways()).toBe(0);
  await playground.openBaselines();
  await playground.cost.getByText("Prices and answer length").click();
  await playground.prompt.fill(`${"unbreakable".repeat(60)} ${HARD}`);
  await expect(playground.routers).toHaveAttribute("aria-busy", "false");
  await expect(playground.history.getByRole("button")).toHaveCount(1);
  await page
    .getByRole("button", { name: "Win rate" })
    .first()
    .or(page.getByRole("button", { name: "taken for" }))
    .last()
    .tap();
  await expect(page.getByRole("tooltip")).toBeVisible();
  expect(await sideways()).toBe(0);
});
