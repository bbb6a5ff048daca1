import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures";

for (const colorScheme of ["light", "dark"] as const) {
  for (const path of ["/", "/explore", "/calibrate", "/chat", "/about", "/nowhere"]) {
    test(`axe finds nothing serious on ${path} in ${colorScheme}`, async ({ page, watch }) => {
      if (path === "/nowhere") {
        watch.allow(/status of 404/);
      }
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      const { violations, passes } = await new AxeBuilder({ page }).analyze();
      expect(passes.length, "rules that axe ran and found kept").toBeGreaterThan(10);
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual([]);
    });
  }
}
