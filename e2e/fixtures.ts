import { test as base, expect } from "@playwright/test";
import { PageWatch } from "./page-watch";
import { AboutPage } from "./pages/about-page";
import { CalibratePage } from "./pages/calibrate-page";
import { ChatPage } from "./pages/chat-page";
import { ExplorerPage } from "./pages/explorer-page";
import { PlaygroundPage } from "./pages/playground-page";

type Fixtures = {
  /** Runs in every test, also in one that does not name it. */
  readonly watch: PageWatch;
  readonly playground: PlaygroundPage;
  readonly explorer: ExplorerPage;
  readonly about: AboutPage;
  readonly calibrate: CalibratePage;
  readonly chat: ChatPage;
};

export const test = base.extend<Fixtures>({
  watch: [
    async ({ context, baseURL }, use) => {
      const watch = new PageWatch();
      watch.attach({ context, origin: new URL(baseURL ?? "").origin });
      await use(watch);
      expect(watch.faults, "no console errors, page errors or requests to other hosts").toEqual([]);
    },
    { auto: true },
  ],
  playground: async ({ page }, use) => {
    await use(new PlaygroundPage(page));
  },
  explorer: async ({ page }, use) => {
    await use(new ExplorerPage(page));
  },
  about: async ({ page }, use) => {
    await use(new AboutPage(page));
  },
  calibrate: async ({ page }, use) => {
    await use(new CalibratePage(page));
  },
  chat: async ({ page }, use) => {
    await use(new ChatPage(page));
  },
});

export { expect };
