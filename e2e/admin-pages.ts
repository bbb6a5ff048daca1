import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

/** What stands behind the account's links and invitations. */
export const ACCESS_PAGES = ["/people", "/keys", "/account", "/sign-in", "/invitation"] as const;

/** The password of the first admin where these stories look. */
export const PASSWORD = "seven green bottles";

/** Signs in as the first admin, invites somebody with a long name and makes a key. */
export async function fillAccessPages(page: Page): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Name").fill("admin");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await page.goto("/people");
  await page.getByLabel("Name to sign in with").fill("maximilian.von-und-zu-hohenstein@research.example.com");
  await page.getByRole("button", { name: "Make a link" }).click();
  await expect(page.getByText("Send this link to")).toBeVisible();
  await page.goto("/keys");
  await page.getByLabel("Name").fill("the-key-of-the-team-that-answers-customers");
  await page.getByRole("button", { name: "Create key" }).click();
  await expect(page.getByRole("button", { name: "I have stored it" })).toBeVisible();
}
