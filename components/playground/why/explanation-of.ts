import type { RouterExplanation } from "@/lib/domain/router-explanation";

/** The explanation of one kind of router. */
export type ExplanationOf<Kind extends RouterExplanation["kind"]> = Extract<RouterExplanation, { readonly kind: Kind }>;
