import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures";
import { expectNothingSerious } from "./serious-faults";

const EASY = "How long do boiled eggs keep in the fridge?";
const HARD = "Prove that there are infinitely many primes congruent to 3 modulo 4, and explain each step.";

test("a question is answered by the model that the router chose, with why and for how much", async ({ chat }) => {
  await chat.open();
  await chat.ask(EASY);
  const weak = chat.answers("weak");
  await expect(weak).toContainText("Simulated answer of the weak model");
  await expect(weak).toContainText("simulated/weak");
  await expect(weak).toContainText(/win rate 0\.\d{4} stays below α 0\.\d{4}, so the weak model was chosen/);
  await expect(weak).toContainText(/\$0\.\d+, saves \$0\.\d+ \(99\.0\s%\) against the strong model/);
  await expect(chat.announcement).toContainText("The simulated weak model has answered: Simulated answer");

  await chat.ask(HARD);
  await expect(chat.answers("strong")).toContainText(/reaches α/);
  await expect(chat.total).toContainText("2 answers");
  await expect(chat.total).toContainText(/1 answer by the strong model, 1 by the weak one: \d+\.\d\s% saved/);
});

test("the share of strong calls decides the next question, and a conversation can stay with its first model", async ({
  chat,
}) => {
  await chat.open("?share=1");
  await chat.ask(EASY);
  await expect(chat.answers("strong")).toHaveCount(1);
  await chat.keepsModel.check();
  await chat.share.fill("0");
  await chat.share.press("Enter");
  // By α 1 the weak one would be next; the first question's win rate decides for the whole conversation.
  await chat.ask("And in the freezer?");
  await expect(chat.answers("weak")).toContainText("the conversation stays with the weak model");
});

test("the other model answers beside the first one, and both are there after a reload", async ({ chat, page }) => {
  await chat.open();
  await chat.ask(EASY);
  await chat.button("Ask the strong one too").click();
  await expect(chat.answers("strong")).toContainText("You asked the strong model yourself");
  await expect(chat.total).toContainText(/Besides, \$0\.\d+ for 1 answer that you asked of the other model/, {
    timeout: 30_000,
  });
  await page.reload();
  await expect(chat.answers("weak")).toHaveCount(1);
  await expect(chat.answers("strong")).toHaveCount(1);
  await expect(chat.total).toContainText("Besides");
});

test("an answer can be stopped; it is kept as far as it came, and counted nowhere", async ({ chat }) => {
  await chat.open("?share=1");
  await chat.question.fill(HARD);
  await chat.button("Send").click();
  await expect(chat.answers("strong")).toContainText("Simulated answer of the strong model");
  await chat.button("Stop").click();
  await expect(chat.answers("strong")).toContainText("Stopped: what it cost is not known here");
  await expect(chat.answers("strong")).not.toContainText("tokens in");
  await expect(chat.total).toContainText("1 answer of unknown cost left out");
  await chat.button("Retry").click();
  await chat.answered();
  await expect(chat.total).toContainText("1 answer by the strong model");
});

test("a question can be edited: it is asked anew, and what followed it is gone", async ({ chat, page }) => {
  await chat.open();
  await chat.ask(EASY);
  await chat.ask("And in the freezer?");
  await chat.button("Edit this question").first().click();
  const box = page.getByRole("textbox", { name: "Edit the question" });
  await expect(box).toBeFocused();
  await box.fill("How long does bread keep?");
  await chat.button("Ask again").click();
  await expect(chat.answers()).toHaveCount(1);
  await expect(chat.answers()).toContainText("It was asked: “How long does bread keep?”");
  await chat.answered();
  await expect(chat.turns).not.toContainText("freezer");
});

test("a failed answer says why, leaves nothing behind, and can be asked for again", async ({ chat, page, watch }) => {
  watch.allow(/status of 502/);
  await page.route("**/chat/answers", (route) =>
    route.fulfill({ status: 502, json: { message: "openai/x did not answer: HTTP 500." } }),
  );
  await chat.open();
  await chat.question.fill(EASY);
  await chat.question.press("Enter");
  await expect(chat.failure).toContainText("openai/x did not answer: HTTP 500.");
  await expect(chat.answers()).toHaveCount(0);
  await expect(chat.conversations).toContainText("Conversations are kept in this browser alone");
  await page.unroute("**/chat/answers");
  await chat.button("Try again").click();
  await chat.answered();
  await expect(page.getByText("did not answer")).toHaveCount(0);
});

test("an answer that breaks off half-way is not kept", async ({ chat, page }) => {
  const start = { type: "start", messageId: "half" };
  const parts = [start, { type: "text-start", id: "0" }, { type: "text-delta", id: "0", delta: "Half an ans" }];
  await page.route("**/chat/answers", (route) =>
    route.fulfill({
      contentType: "text/event-stream",
      body: parts.map((part) => `data: ${JSON.stringify(part)}\n\n`).join(""),
    }),
  );
  await chat.open();
  await chat.question.fill(EASY);
  await chat.question.press("Enter");
  await expect(chat.failure).toContainText("broke off before its end, so nothing of it was kept");
  await expect(chat.answers()).toHaveCount(0);
});

test("Markdown of an answer is shown without its HTML or pictures, and code can be copied", async ({
  chat,
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const answer =
    "## Title\n\n<img src=x onerror=alert(1)><b>raw</b>\n\n![a cat](https://elsewhere.example/cat.png)\n\n" +
    "[bad](javascript:alert(1)) [good](https://elsewhere.example/)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```js\nlet x = 1;\n```\n";
  const parts = [
    { type: "start", messageId: "markdown" },
    { type: "text-start", id: "0" },
    { type: "text-delta", id: "0", delta: answer },
    { type: "text-end", id: "0" },
    { type: "finish" },
  ];
  await page.route("**/chat/answers", (route) =>
    route.fulfill({
      contentType: "text/event-stream",
      body: parts.map((part) => `data: ${JSON.stringify(part)}\n\n`).join(""),
    }),
  );
  await chat.open();
  await chat.ask(EASY);
  const shown = chat.answers();
  await expect(shown.getByRole("heading", { name: "Title" })).toBeVisible();
  await expect(shown.getByRole("img")).toHaveCount(0);
  await expect(shown.getByText("[picture: a cat, https://elsewhere.example/cat.png]")).toBeVisible();
  await expect(shown).toContainText("<b>raw</b>");
  await expect(shown.getByRole("link", { name: "good" })).toHaveAttribute("rel", /noopener/);
  await expect(shown.getByRole("link", { name: "bad" })).toHaveCount(0);
  await expect(shown.getByRole("table")).toBeVisible();
  await shown.getByRole("button", { name: "Copy code" }).click();
  await expect(shown.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("let x = 1;");
});

test("conversations are kept, opened, exported and deleted, and damaged ones harm nothing", async ({ chat, page }) => {
  await chat.open();
  await chat.ask(EASY);
  await page.reload();
  await expect(chat.answers("weak")).toContainText("Simulated answer");
  const [file] = await Promise.all([page.waitForEvent("download"), chat.button("Markdown").click()]);
  expect(await readFile(await file.path(), "utf8")).toContain("## Answer of the weak model (simulated/weak)");
  await chat.button("New conversation").click();
  await expect(chat.turns).toHaveCount(0);
  await chat.conversations.getByRole("button", { name: /^How long do boiled eggs/ }).click();
  await expect(chat.answers("weak")).toHaveCount(1);
  await chat.button(/^Delete How long do boiled/).click();
  await expect(chat.turns).toHaveCount(0);
  await chat.button("Undo").click();
  await expect(chat.answers("weak")).toHaveCount(1);

  await page.evaluate(() => {
    const stored = JSON.parse(localStorage.getItem("routellm-chat") ?? "{}");
    stored.state.conversations.unshift({ id: 1, messages: "?" }, null);
    localStorage.setItem("routellm-chat", JSON.stringify(stored));
  });
  await page.reload();
  await expect(chat.conversations.getByRole("listitem")).toHaveCount(1);
  await page.evaluate(() => localStorage.setItem("routellm-chat", "{{{"));
  await page.reload();
  await chat.ask("Is anybody there?");
  await expect(chat.answers()).toHaveCount(1);
});

test("two answers are compared blind: the vote comes first, the names after it", async ({ chat, page }) => {
  await chat.open();
  await chat.openBlind();
  await chat.compare("Tell me a joke about a penguin.");
  await expect(chat.button("A is better")).toBeEnabled({ timeout: 30_000 });
  for (const name of ["A", "B"] as const) {
    await expect(chat.blind(name)).toContainText("Simulated answer");
    await expect(chat.blind(name)).not.toContainText(/(strong|weak) model|simulated\/|win rate 0/);
  }
  await chat.button("A is better").click();
  await expect(page.getByText(/^You preferred the answer of the (strong|weak) model\./)).toBeVisible();
  await expect(chat.button("Next question")).toBeFocused();
  await expect(chat.blind("A")).toContainText(/simulated\/(strong|weak)/);
  await expect(chat.tally).toContainText("1 counted");
  await expect(chat.tally).toContainText(/95\s% interval/);
  await expect(chat.tally).toContainText("19 to go");
  await page.reload();
  await chat.openBlind();
  await expect(chat.tally).toContainText("1 counted");
});

test("a router is compared with chance: where both choose one model there is nothing to vote on", async ({
  chat,
  page,
}) => {
  // At a share of 1 both always choose the strong model.
  await chat.open("?share=1");
  await chat.openBlind();
  await chat.choosePolicies();
  await chat.compare(EASY);
  await expect(page.getByText("The router and the random policy both chose the strong model")).toBeVisible({
    timeout: 30_000,
  });
  await expect(chat.button("A is better")).toHaveCount(0);
  await chat.button("Next question").click();
  await expect(chat.tally).toContainText("1 more in which both policies chose the same model");
});

test("the status panel tests the connection to a model", async ({ chat }) => {
  await chat.open();
  await chat.button("Test connection to the weak model").click();
  await expect(chat.models.getByText(/simulated\/weak is simulated by this server and always answers/)).toBeVisible();
});

test("axe finds nothing serious in answers and comparisons, in light and dark", async ({ chat, page }) => {
  await chat.open();
  await chat.ask(EASY);
  await chat.button("Ask the strong one too").click();
  await expect(chat.total).toContainText("Besides", { timeout: 30_000 });
  await expectNothingSerious(page);
  await chat.openBlind();
  await chat.compare(EASY);
  await chat.button("Tie").click({ timeout: 30_000 });
  await expect(page.getByText(/^You found neither answer better/)).toBeVisible();
  await expectNothingSerious(page);
});

test("@phone a question is asked, answered and compared on a phone, without scrolling sideways", async ({
  chat,
  page,
}) => {
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await chat.open();
  expect(await overflow()).toBeLessThanOrEqual(0);
  await chat.button(/^How long do eggs keep/).click();
  await chat.answered();
  await expect(chat.answers("weak")).toBeVisible();
  await chat.button("Ask the strong one too").click();
  await expect(chat.answers("strong")).toBeVisible();
  expect(await overflow()).toBeLessThanOrEqual(0);
  await expect(chat.question).toBeInViewport();
});
