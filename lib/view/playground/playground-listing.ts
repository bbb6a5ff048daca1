import type { ExampleTitle } from "@/lib/view/shared/example-kinds";
import type { RouterCards } from "./router-card";

/** What the playground lists, whatever the prompt. */
export type PlaygroundListing = { readonly examples: readonly ExampleTitle[]; readonly cards: RouterCards };

export const formatListing = (listing: PlaygroundListing): string => JSON.stringify(listing);

/** Reads what {@link formatListing} wrote, on this very server. */
export const parseListing = (text: string): PlaygroundListing => JSON.parse(text);
