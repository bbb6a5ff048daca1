import { expect, test } from "./fixtures";
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
