import type { Page } from "@playwright/test";
import { ACCESS_PAGES, fillAccessPages, PASSWORD } from "./admin-pages";
import { expect, test } from "./fixtures";
import { testOnOwnServer } from "./own-server-test";

const PAGES = ["/", "/explore", "/calibrate", "/chat", "/about"] as const;

/** What readers, systems and fonts do to the text; `css` is added to each page. */
const READINGS = [
  { name: "as it is", css: ":root {}" },
  // About .15 em more after each letter of half an em.
  { name: "with text 30 % wider", css: "*, ::before, ::after { letter-spacing: 0.15em !important; }" },
  { name: "with a wide font of the system", css: "* { font-family: 'DejaVu Sans', Verdana, sans-serif !important; }" },
  { name: "with text at 200 %", css: "html { font-size: 200% !important; }" },
] as const;

/** What makes the page scroll sideways: elements that reach beyond it and that nothing around them clips. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const isClipped = (element: Element): boolean => {
      const parent = element.parentElement;
      if (parent === null || parent === document.body) return false;
      return getComputedStyle(parent).overflowX !== "visible" || isClipped(parent);
    };
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > width + 0.5 && !isClipped(element))
      .map((element) => `${element.tagName} ${element.className}: ${element.textContent?.slice(0, 40)}`)
      .slice(0, 12);
  });

/** Boxes that have to be scrolled sideways to read all that is in them. */
const sidewaysBoxes = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX))
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map(({ className, textContent }) => `${className}: ${textContent?.slice(0, 40)}`),
  );

/** Holds a page to its width however its text is read; `page` may be left at another size. */
async function expectNeverTooWide(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.waitForLoadState("networkidle");
  for (const { name, css } of READINGS) {
    await test.step(`${path} ${name}`, async () => {
      const style = await page.addStyleTag({ content: css });
      await expect.poll(() => tooWide(page), name).toEqual([]);
      await style.evaluate((element) => element.parentElement?.removeChild(element));
    });
  }
  await test.step(`${path} at 320 px`, async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await expect.poll(() => tooWide(page)).toEqual([]);
  });
  await test.step(`${path} with 1280 px at a zoom of 200 %`, async () => {
    await page.setViewportSize({ width: 640, height: 400 });
    await expect.poll(() => tooWide(page)).toEqual([]);
  });
}

for (const path of PAGES) {
  test(`${path} never scrolls sideways, whatever is done to its text @phone`, async ({ page }) => {
    await expectNeverTooWide(page, path);
  });
}

const testWithAccess = testOnOwnServer({ ROUTELLM_PASSWORD: PASSWORD });

testWithAccess(
  "an admin's pages never scroll sideways, whatever is done to their text, nor do lists in them @phone",
  async ({ page }) => {
    await fillAccessPages(page);
    for (const path of ACCESS_PAGES) {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(path);
      await page.waitForLoadState("networkidle");
      expect(await sidewaysBoxes(page), path).toEqual([]);
      await expectNeverTooWide(page, path);
    }
  },
);

test("text is set in the faces that this server ships", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const faces = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family);
  });
  expect(faces.some((family) => /sans/.test(family))).toBe(true);
  expect(faces.some((family) => /serif/.test(family))).toBe(true);
  const preloads = await page.locator('link[rel="preload"][as="font"]').count();
  expect(preloads).toBe(2);
});
