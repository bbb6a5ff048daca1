import { expect, test } from "./fixtures";
import { ExplorerPage } from "./pages/explorer-page";

const GPT = "?benchmark=gsm8k&strong=gpt-4o-2024-08-06&weak=gpt-4o-mini-2024-07-18&router=mf&share=1";

test("prices belong to the pair, and stand dated beside its dollars", async ({ explorer, page }) => {
  await explorer.open(GPT);
  // 100,000 calls of 95 tokens in at $2.50 and 264 out at $10 a million.
  await expect(explorer.costOfMonth).toHaveValue("287.75");
  await expect(explorer.point).toContainText(/gpt-4o-2024-08-06 \$2\.50 in, \$10 out; .*OpenAI’s list price of 20/);
  await explorer.point.getByText("Prices and lengths").click();
  const strong = explorer.point.getByRole("textbox", { name: "Price of the strong model" });
  await explorer.edit(strong, "5");
  await expect(explorer.costOfMonth).toHaveValue("179.50");
  await explorer.backToPaper.click();
  await expect(explorer.costOfMonth).toHaveValue("886.73");
  await expect(explorer.point).toContainText(/gpt-4-1106-preview \$24\.70; .*mid-2024/);
  await expect(page).not.toHaveURL(/[?&]ps=/);

  await explorer.open("?benchmark=mmlu-pro&strong=Yi-34B&weak=Yi-6B");
  await expect(explorer.point).toContainText("No price known of Yi-34B and Yi-6B.");
  await expect(explorer.costOfMonth).toHaveCount(0);
  await explorer.point.getByText("Prices and lengths").click();
  await explorer.edit(strong, "1");
  await explorer.edit(explorer.point.getByRole("textbox", { name: "Price of the weak model" }), "0.5");
  await expect(explorer.costOfMonth).toBeVisible();
});

test("volume, lengths and prices survive a reload and a change of page, and a copied link shows the same dollars", async ({
  explorer,
  page,
  browser,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await explorer.open("?share=1");
  await explorer.edit(explorer.volume, "50,000");
  await explorer.point.getByText("Prices and lengths").click();
  await explorer.edit(explorer.point.getByRole("textbox", { name: "Price of the strong model" }), "10");
  await explorer.edit(explorer.point.getByRole("textbox", { name: "Mean prompt" }), "200");
  // 50,000 · 464 tokens at $10 a million.
  await expect(explorer.costOfMonth).toHaveValue("232.00");
  await expect(page).toHaveURL(/n=50000/);
  await page.reload();
  await expect(explorer.costOfMonth).toHaveValue("232.00");
  await page.getByRole("link", { name: "Playground" }).click();
  await expect(page).toHaveURL(/[?&]ps=10(&|$)/);
  // A click in the same instant in which a page writes its address is lost: nobody is that quick.
  await expect(async () => {
    await page.getByRole("link", { name: "Explore" }).click();
    await expect(page).toHaveURL(/explore/, { timeout: 2_000 });
  }).toPass();
  await expect(explorer.costOfMonth).toHaveValue("232.00");
  await explorer.open("?share=1");
  await expect(explorer.costOfMonth).toHaveValue("232.00");

  await explorer.point.getByRole("button", { name: "Copy link" }).click();
  await expect(explorer.point.getByText("Link copied.")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await browser.newContext();
  const reader = new ExplorerPage(await other.newPage());
  // The reader keeps something else, which the link does not touch.
  await reader.open("?share=1");
  await reader.edit(reader.volume, "7");
  await reader.open(new URL(link).search);
  await expect(reader.costOfMonth).toHaveValue("232.00");
  await other.close();
});

test("a copied link holds the list prices with their day, and shows the same dollars when the list has changed", async ({
  explorer,
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await explorer.open(GPT);
  await explorer.point.getByRole("button", { name: "Copy link" }).click();
  await expect(explorer.point.getByText("Link copied.")).toBeVisible();
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  const keys = ["n", "ls", "lw"].map((key) => link.searchParams.get(key));
  expect(keys).toEqual(["100000", "2.5-10", "0.15-0.6"]);
  const date = link.searchParams.get("ld") ?? "";
  expect(date).toMatch(/^20\d\d-\d\d-\d\d$/);

  // As if the list had been at twice the price on that day.
  link.searchParams.set("ls", "5-20");
  await explorer.open(link.search);
  await expect(explorer.costOfMonth).toHaveValue("575.50");
  await expect(explorer.point).toContainText(
    `gpt-4o-mini-2024-07-18 $0.15 in, $0.60 out (prices of ${date} from the link)`,
  );
  await page.reload();
  await expect(explorer.costOfMonth).toHaveValue("575.50");
  await explorer.edit(explorer.volume, "50,000");
  await expect(explorer.costOfMonth).toHaveValue("287.75");
  await explorer.point.getByText("Prices and lengths").click();
  await explorer.point.getByRole("button", { name: "Reset to the known prices" }).click();
  await expect(explorer.costOfMonth).toHaveValue("143.88");
  await expect(page).not.toHaveURL(/[?&]l[swd]=/);
});

test("a link with what is no number or out of bounds falls back on the defaults, and says so", async ({
  explorer,
  page,
}) => {
  await explorer.open("?share=1&n=1e9&pt=-3&at=x&ps=99999999&pw=&ls=2.5-10");
  await expect(explorer.costOfMonth).toHaveValue("886.73");
  await expect(page.getByText(/^This address says /)).toHaveCount(6);
  await expect(page.getByText("This address says n=“1e9”, but prompts a month are a plain number")).toBeVisible();
});
