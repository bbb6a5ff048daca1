import AxeBuilder from "@axe-core/playwright";
import { expect } from "./fixtures";
import { testOnOwnServer } from "./own-server-test";

const test = testOnOwnServer({ ROUTELLM_SIMULATED_PACE_MS: "1" });

test("an admin makes a key with a budget, a program spends from it, and it is rotated and revoked", async ({
  page,
  request,
}) => {
  const send = async (key: string, maximum: number): Promise<number> => {
    const messages = [{ role: "user", content: "Is a quince an apple?" }];
    const data = { model: "router-mf-0", messages, max_tokens: maximum };
    const headers = { authorization: `Bearer ${key}` };
    return (await request.post("/v1/chat/completions", { data, headers })).status();
  };
  await page.goto("/keys");
  await page.getByLabel("Name").fill("team");
  await page.getByLabel("Dollars a month").fill("0.05");
  await page.getByRole("button", { name: "Create key" }).click();
  const shown = page.getByRole("region", { name: "The key of team" });
  const key = (await shown.getByText(/^rk-/).textContent()) ?? "";
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect([await send(key, 500), await send("rk-wrong", 500)]).toEqual([200, 401]);
  // At the paper's prices so long an answer may cost more than there is.
  expect(await send(key, 5000)).toBe(429);
  await shown.getByRole("button", { name: "I have stored it" }).click();
  await expect(shown).toHaveCount(0);

  const row = page.getByRole("list", { name: "Keys" }).getByRole("listitem", { name: "team" });
  await expect(async () => {
    await page.reload();
    await expect(row.getByRole("definition").first()).toHaveText(/^\$0\.00\d/, { timeout: 1000 });
  }).toPass();
  await page.getByRole("button", { name: "Rotate team" }).click();
  await page.getByRole("combobox").selectOption({ label: "ends at once" });
  await page.getByRole("button", { name: "Make the new key" }).click();
  const second = (await shown.getByText(/^rk-/).textContent()) ?? "";
  expect([await send(key, 10), await send(second, 10)]).toEqual([401, 200]);

  await page.getByRole("button", { name: "Revoke team" }).click();
  await page.getByRole("button", { name: "Revoke team for good" }).click();
  await expect(row).toContainText("revoked");
  expect(await send(second, 10)).toBe(401);
});
