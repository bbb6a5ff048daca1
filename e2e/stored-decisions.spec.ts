import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect } from "./fixtures";
import { testOnOwnServer } from "./own-server-test";

const test = testOnOwnServer({ ROUTELLM_SIMULATED_PACE_MS: "1" });

test("what was decided is kept without its text, outlives a kill, and is exported and deleted", async ({
  chat,
  page,
  request,
  server,
}) => {
  await chat.open();
  await chat.ask("How long do boiled eggs keep in the fridge?");
  const decisions = page.getByRole("region", { name: "Stored decisions" });
  const row = decisions.getByRole("row", { name: /^Matrix factorization/ });
  await expect(row.getByRole("cell").last()).toHaveText(/^\$0\.00\d+$/);
  await expect(decisions.getByRole("status")).toHaveText("1 on the server");
  const data = { model: "router-bert-0", messages: [{ role: "user", content: "Is a quince an apple?" }] };
  expect((await request.post("/v1/chat/completions", { data })).status()).toBe(200);

  await server.restart();
  await page.reload();
  await expect(decisions.getByRole("status")).toHaveText("2 on the server");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const download = page.waitForEvent("download");
  await decisions.getByRole("link", { name: "Decisions as CSV" }).click();
  const lines = (await readFile(await (await download).path(), "utf8")).trim().split(/\r?\n/);
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(/,chat,mf,0\.\d+,0\.\d+,weak,routed,/);
  expect(lines[2]).toMatch(/,endpoint,bert,0,0\.\d+,strong,routed,/);
  expect(lines.join()).not.toMatch(/eggs|quince/);

  await decisions.getByRole("button", { name: "Delete all decisions" }).click();
  await decisions.getByRole("button", { name: "Delete 2 for good" }).click();
  await expect(decisions.getByRole("status")).toHaveText("0 on the server");
  await expect(row).toHaveCount(0);
});
