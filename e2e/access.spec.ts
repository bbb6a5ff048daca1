import type { Browser, Page } from "@playwright/test";
import { expect } from "./fixtures";
import { testOnOwnServer } from "./own-server-test";

const PASSWORD = "seven green bottles";
const test = testOnOwnServer({ ROUTELLM_PASSWORD: PASSWORD });

async function signIn(page: Page, name: string, password: string) {
  await page.goto("/sign-in");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Somebody else at another machine. */
async function otherBrowser(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ ...(baseURL !== undefined && { baseURL }) });
  return context.newPage();
}

/** What the server answers to a request that the page itself sends. */
const ask = (page: Page, method: string, path: string): Promise<number> =>
  page.evaluate(async ([method = "", path = ""]) => (await fetch(path, { method })).status, [method, path]);

test("an admin signs in, invites a member, and what each may do ends when it is taken back", async ({
  page,
  browser,
  baseURL,
  watch,
}) => {
  watch.allow(/status of 40[13]/);
  await page.goto("/chat");
  await expect(page.getByText("Members ask here")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await page.goto("/people");
  await expect(page.getByText("Admins let people in")).toBeVisible();
  expect(await ask(page, "GET", "/people/entries")).toBe(401);

  await signIn(page, "admin", "not that one");
  await expect(page.getByRole("alert").filter({ hasText: "do not go together" })).toBeVisible();
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  const account = page.getByRole("navigation", { name: "Account" });
  await expect(account).toContainText("admin");
  const [cookie] = await page.context().cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });

  await account.getByRole("link", { name: "People" }).click();
  await page.getByLabel("Name to sign in with").fill("Ada");
  await page.getByRole("button", { name: "Make a link" }).click();
  const link = (await page.getByRole("status").locator("code").textContent()) ?? "";
  expect(link).toMatch(/\/invitation#[\w-]{43}$/);

  const ada = await otherBrowser(browser, baseURL);
  await ada.goto(link);
  await ada.getByLabel("New password").fill("engines of analysis");
  await ada.getByRole("button", { name: "Set it and sign in" }).click();
  await expect(ada.getByRole("navigation", { name: "Account" })).toContainText("Ada");
  await expect(ada.getByRole("link", { name: "People" })).toHaveCount(0);
  await ada.goto("/chat");
  await ada.getByRole("textbox").first().fill("What is a prime number?");
  await ada.getByRole("button", { name: "Send" }).click();
  await expect(ada.getByRole("article").first()).toBeVisible();
  expect(await ask(ada, "GET", "/chat/votes")).toBe(200);
  for (const [method, path] of [
    ["GET", "/people/entries"],
    ["DELETE", "/chat/decisions"],
    ["POST", "/chat/retraining"],
    ["GET", "/chat/votes?format=csv"],
  ] as const) {
    expect(await ask(ada, method, path), path).toBe(403);
  }

  await page.reload();
  await page.getByRole("combobox", { name: "Role of Ada" }).selectOption("viewer");
  await expect.poll(() => ask(ada, "GET", "/chat/votes")).toBe(401);
  await signIn(ada, "ada", "engines of analysis");
  await expect(ada.getByRole("navigation", { name: "Account" })).toContainText("Ada");
  expect(await ask(ada, "GET", "/chat/votes")).toBe(403);
  await page.getByRole("button", { name: "Remove Ada…" }).click();
  await page.getByRole("button", { name: "Remove Ada", exact: true }).click();
  await expect(page.getByRole("combobox", { name: "Role of Ada" })).toHaveCount(0);
  await ada.goto("/");
  await expect(ada.getByRole("link", { name: "Sign in" })).toBeVisible();
  await ada.context().close();

  await account.getByRole("button", { name: "Sign out" }).click();
  await expect(account.getByRole("link", { name: "Sign in" })).toBeVisible();
  expect(await ask(page, "GET", "/people/entries")).toBe(401);
});

const withoutPassword = testOnOwnServer();

withoutPassword(
  "without a password the machine's own browser lets people in, who sign in and change theirs",
  async ({ page, watch }) => {
    watch.allow(/status of 40[13]/);
    await page.goto("/people");
    const account = page.getByRole("navigation", { name: "Account" });
    await expect(account.getByRole("link", { name: "API keys" })).toBeVisible();
    await expect(account.getByRole("link", { name: "Sign in" })).toHaveCount(0);
    await page.getByLabel("Name to sign in with").fill("Ada");
    await page.getByRole("button", { name: "Make a link" }).click();
    const link = (await page.getByRole("status").locator("code").textContent()) ?? "";
    await page.reload();
    await expect(account.getByRole("link", { name: "Sign in" })).toBeVisible();

    await page.goto(link);
    await page.getByLabel("New password").fill("engines of analysis");
    await page.getByRole("button", { name: "Set it and sign in" }).click();
    await account.getByRole("link", { name: "Ada" }).click();
    await expect(page.getByText("Your role is member")).toBeVisible();
    const change = async (present: string) => {
      await page.getByLabel("Present password").fill(present);
      await page.getByLabel("New password").fill("differences and engines");
      await page.getByRole("button", { name: "Change it" }).click();
    };
    await change("not that one");
    await expect(page.getByRole("alert").filter({ hasText: "not your present password" })).toBeVisible();
    await change("engines of analysis");
    await expect(page.getByRole("status").filter({ hasText: "Your password is changed" })).toBeVisible();
    await expect(page.getByLabel("Present password")).toHaveValue("");

    await account.getByRole("button", { name: "Sign out" }).click();
    await expect(account.getByRole("link", { name: "Sign in" })).toBeVisible();
    await signIn(page, "Ada", "engines of analysis");
    await expect(page.getByRole("alert").filter({ hasText: "do not go together" })).toBeVisible();
    await page.getByLabel("Password").fill("differences and engines");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(account).toContainText("Ada");
  },
);
