import type { WinRate } from "@/lib/domain/win-rate";
import type { Router } from "./router";

/**
 * Remembers the win rates of the last `capacity` prompts, for routers whose every score costs money or time. A prompt
 * that is being scored is not asked for twice; a failure is not remembered.
 */
export function createCachedRouter(router: Router, capacity: number): Router {
  const recent = new Map<string, Promise<WinRate>>();

  const remember = (prompt: string, winRate: Promise<WinRate>): void => {
    recent.delete(prompt);
    recent.set(prompt, winRate);
    for (const oldest of recent.keys()) {
      if (recent.size <= capacity) return;
      recent.delete(oldest);
    }
  };

  return {
    id: router.id,
    async scoreBatch(prompts) {
      const fresh = [...new Set(prompts)].filter((prompt) => !recent.has(prompt));
      const scored = fresh.length === 0 ? undefined : router.scoreBatch(fresh);
      const started = new Map(
        fresh.map((prompt, index) => {
          const winRate = (async () => {
            const found = (await scored)?.[index];
            if (found === undefined) throw new TypeError(`The router ${router.id} returned too few win rates`);
            return found;
          })();
          winRate.catch(() => {
            if (recent.get(prompt) === winRate) recent.delete(prompt);
          });
          return [prompt, winRate] as const;
        }),
      );
      // Taken before anything is remembered, which may drop what is the oldest.
      const answers = prompts.map((prompt) => started.get(prompt) ?? recent.get(prompt));
      prompts.forEach((prompt, index) => {
        const answer = answers[index];
        if (answer !== undefined) remember(prompt, answer);
      });
      const winRates: WinRate[] = [];
      for (const answer of answers) {
        if (answer === undefined) throw new TypeError("A prompt was neither known nor scored");
        winRates.push(await answer);
      }
      return winRates;
    },
  };
}
