import { ACCESS_PAGES, fillAccessPages, PASSWORD } from "./admin-pages";
import { expect, test } from "./fixtures";
import { testOnOwnServer } from "./own-server-test";
import { expectNothingSerious } from "./serious-faults";

for (const path of ["/", "/explore", "/calibrate", "/chat", "/about", "/nowhere"]) {
  test(`axe finds nothing serious on ${path}, in light and dark`, async ({ page, watch }) => {
    if (path === "/nowhere") {
      watch.allow(/status of 404/);
    }
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNothingSerious(page);
  });
}

const testWithAccess = testOnOwnServer({ ROUTELLM_PASSWORD: PASSWORD });

testWithAccess("axe finds nothing serious on an admin's pages, in light and dark", async ({ page }) => {
  await fillAccessPages(page);
  for (const path of ACCESS_PAGES) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNothingSerious(page);
  }
});
