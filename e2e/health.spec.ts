import { expect, test } from "./fixtures";

test("the server reports that it is ready, and with which artifacts", async ({ request }) => {
  const response = await request.get("/health");
  expect(response.status()).toBe(200);
  expect(await response.json()).toEqual({
    status: "ok",
    artifacts: { date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/), seed: expect.any(Number) },
  });
});

test("every answer carries the headers that keep the page to itself", async ({ request }) => {
  const [headers = {}, others = {}] = [await request.get("/"), await request.get("/")].map((response) =>
    response.headers(),
  );
  const policy = headers["content-security-policy"];
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("default-src 'self'");
  // Scripts run by a nonce that nobody can know beforehand, or not at all.
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w=]{20,}' 'strict-dynamic';/);
  expect(policy).not.toBe(others["content-security-policy"]);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["referrer-policy"]).toBe("same-origin");
  expect(headers).not.toHaveProperty("x-powered-by");
});

test("a browser that looks for the icon where icons always were finds it", async ({ request }) => {
  // Chromium does so for the moment in which a change of page has taken the old link to the icon away.
  const response = await request.get("/favicon.ico");
  expect(response.status()).toBe(200);
  expect(response.headers()["content-type"]).toBe("image/x-icon");
});

test("an address that leads nowhere says so and offers the way back", async ({ page, watch }) => {
  watch.allow(/status of 404/);
  const response = await page.goto("/nowhere");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "There is no page here" })).toBeVisible();
  await page.getByRole("link", { name: "Score a prompt" }).click();
  await expect(page).toHaveURL("/");
});
