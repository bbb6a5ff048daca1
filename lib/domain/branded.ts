/** A number that has passed one named check, so that a share cannot be handed over as a win rate by mistake. */
export type Branded<Name extends string> = number & { readonly __brand: Name };
