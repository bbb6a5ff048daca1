import type { BrowserContext, ConsoleMessage } from "@playwright/test";

/**
 * Collects what must never happen while a story is told: an error in the console or on the page, a breach of the
 * content security policy, a request to anybody but the app.
 */
export class PageWatch {
  readonly #found: string[] = [];
  readonly #allowed: RegExp[] = [];

  /** For the story that provokes an error on purpose: findings that match are no fault. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  get faults(): readonly string[] {
    return this.#found.filter((finding) => !this.#allowed.some((pattern) => pattern.test(finding)));
  }

  /** @param origin of the app, such as `http://localhost:3000`. */
  attach({ context, origin }: { context: BrowserContext; origin: string }): void {
    context.on("console", (message: ConsoleMessage) => {
      // Breaches of the content security policy are reported here too, as errors.
      if (message.type() === "error") {
        this.#found.push(`console: ${message.text()} (${message.location().url})`);
      }
    });
    context.on("weberror", (webError) => {
      this.#found.push(`page: ${webError.error().message}`);
    });
    context.on("request", (request) => {
      const url = new URL(request.url());
      if (url.origin !== origin && url.protocol !== "data:" && url.protocol !== "blob:") {
        this.#found.push(`request to ${url.origin}`);
      }
    });
  }
}
