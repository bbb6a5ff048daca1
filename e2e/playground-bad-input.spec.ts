import { expect, test } from "./fixtures";

test.describe("odd prompts are scored, kept as they are and never executed", () => {
  for (const [what, prompt] of [
    ["emoji", "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽"],
    ["right-to-left text", "مرحبا، كيف حالك؟ שלום \u202e abc"],
    ["control characters", "a\u0007\u001b[31mb\u007f"],
    ["null bytes", "a\0b\0\0c"],
    ["markup", `<script>window.broken = true</script><img src=x onerror="window.broken = true">"'&lt;`],
    ["templates and escapes", "{{7*7}} <%= 7*7 %> %s %00 \\u0000"],
    ["32,000 emoji, the longest there may be", "👍".repeat(32_000)],
  ] as const) {
    test(what, async ({ page, playground }) => {
      await playground.open();
      await playground.prompt.fill(prompt);
      await expect(playground.routers).toHaveAttribute("aria-busy", "false");
      for (const name of ["SW ranking", "Matrix factorization"] as const) {
        await expect(playground.figure(name, "Win rate")).toHaveText(/^[01]\.\d{4}$/);
      }
      await expect(playground.prompt).toHaveValue(prompt);
      await expect(playground.history.getByRole("button")).toHaveCount(1);
      expect(await page.evaluate(() => "broken" in window)).toBe(false);
    });
  }
});

test("unpaired surrogates are scored and kept, though no address can carry them", async ({ page, playground }) => {
  await playground.open();
  // Made in the page: the test's own wire would repair the text.
  await playground.prompt.evaluate((box: HTMLTextAreaElement) => {
    box.select();
    document.execCommand("insertText", false, `half ${String.fromCharCode(0xd83d)} of a pair`);
  });
  await expect(playground.facts).toContainText("16 / 32,000 characters");
  await expect(playground.routers).toHaveAttribute("aria-busy", "false");
  await expect(playground.figure("SW ranking", "Win rate")).toHaveText(/^[01]\.\d{4}$/);
  await expect(playground.history.getByRole("button", { name: /^half .* of a pair/ })).toBeVisible();
  const codeUnit = await playground.prompt.evaluate((box: HTMLTextAreaElement) => box.value.charCodeAt(5));
  expect(codeUnit).toBe(0xd83d);
  expect(page.url()).not.toContain("prompt=");
  await page.reload();
  await expect(playground.facts).toContainText("16 / 32,000 characters");
  expect(await playground.prompt.evaluate((box: HTMLTextAreaElement) => box.value.charCodeAt(5))).toBe(0xd83d);
});

test("a text too long for the address survives the explorer and a reload; a link's prompt wins over it", async ({
  page,
  playground,
}) => {
  const long = "質".repeat(3000);
  await playground.open();
  await playground.prompt.fill(long);
  await expect(playground.history.getByRole("button")).toHaveCount(1);
  await page.getByRole("link", { name: "Explore" }).click();
  await expect(page).toHaveURL(/\/explore$/);
  await page.getByRole("link", { name: "Playground" }).click();
  await expect(playground.prompt).toHaveValue(long);
  await page.reload();
  await expect(playground.prompt).toHaveValue(long);
  await expect(playground.routers).toHaveAttribute("aria-busy", "false");
  await expect(playground.figure("SW ranking", "Win rate")).toHaveText(/^[01]\.\d{4}$/);
  expect(page.url()).not.toContain("prompt=");

  await playground.open("?prompt=from%20a%20link");
  await expect(playground.figure("SW ranking", "Win rate")).toHaveText(/^[01]\.\d{4}$/);
  await page.waitForLoadState("networkidle");
  await expect(playground.prompt).toHaveValue("from a link");
});

test("a prompt gets into an address only where a link to it is copied; the longest one opens, one more is refused", async ({
  page,
  playground,
}) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await playground.open("?share=0.3");
  await playground.prompt.fill("質".repeat(444));
  await expect(playground.routers).toHaveAttribute("aria-busy", "false");
  expect(page.url()).not.toContain("prompt=");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Link copied.")).toBeVisible();
  expect(page.url()).not.toContain("prompt=");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate(() => sessionStorage.clear());
  await page.goto(link);
  await expect(playground.prompt).toHaveValue("質".repeat(444));
  await expect(playground.shareNumber).toHaveValue("30");
  await playground.prompt.fill("質".repeat(445));
  await expect(page).not.toHaveURL(/prompt=/);
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("too long for a link")).toBeVisible();
  await page.reload();
  await expect(playground.prompt).toHaveValue("質".repeat(445));
});

for (const [what, prompt] of [
  ["an empty box", ""],
  ["blanks", " \n\t  "],
  ["null bytes alone", "\0\0"],
  ["invisible marks alone", "\u200b\u2060"],
] as const) {
  test(`${what}: a sentence asks for text, and no numbers are left over`, async ({ playground }) => {
    await playground.open();
    await playground.prompt.fill(prompt);
    await expect(playground.facts.getByText("type or pass some text")).toBeVisible();
    await expect(playground.figure("Matrix factorization", "Win rate")).toHaveText("–");
    await playground.prompt.fill("and now a text");
    await expect(playground.figure("Matrix factorization", "Win rate")).toHaveText(/^[01]\.\d{4}$/);
  });
}

test("a megabyte is refused with what is allowed, nothing of it is lost, and shortening it is enough", async ({
  playground,
}) => {
  const megabyte = "All work and no play. ".repeat(48_000).slice(0, 1 << 20);
  await playground.open();
  await playground.prompt.fill(megabyte);
  await expect(playground.facts.getByRole("alert")).toHaveText(
    "A prompt may have up to 32,000 characters, but this one has 1,048,576: shorten it by 1,016,576.",
  );
  expect((await playground.prompt.inputValue()).length).toBe(1 << 20);
  await expect(playground.figure("SW ranking", "Win rate")).toHaveText("–");
  await playground.prompt.fill(megabyte.slice(0, 32_000));
  await expect(playground.figure("SW ranking", "Win rate")).toHaveText(/^[01]\.\d{4}$/);
});

test("a link with an unusable prompt opens the page and says what is wrong", async ({ playground }) => {
  await playground.open("?prompt=%20%0A");
  await expect(playground.facts.getByText("nothing but blanks")).toBeVisible();
  await playground.open("?prompt=a%00b%0D%0Ac");
  await expect(playground.figure("SW ranking", "Win rate")).toHaveText(/^[01]\.\d{4}$/);
});

test("when the server is gone the prompt is kept, and trying again works once it is back", async ({
  page,
  playground,
  watch,
}) => {
  watch.allow(/Failed to load resource|Failed to fetch/);
  await playground.open();
  await page.route("**/*", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await playground.prompt.fill("typed while the server was away");
  const alert = playground.facts.getByRole("alert");
  await expect(alert).toContainText("your prompt is kept");
  await expect(playground.figure("SW ranking", "Win rate")).toHaveText("–");
  await expect(playground.prompt).toHaveValue("typed while the server was away");
  await page.unroute("**/*");
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(playground.figure("SW ranking", "Win rate")).toHaveText(/^[01]\.\d{4}$/);
  await expect(alert).toHaveCount(0);
});
