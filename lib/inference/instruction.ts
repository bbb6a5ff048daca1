import type { Refuse } from "./refuse";

/** An instruction template, cut where the prompt belongs. */
export type Instruction = { readonly before: string; readonly after: string };

const PLACE = "{prompt}";

/** Ours, written for this project: short, because a small decoder reads few tokens. The next token is a label. */
export const OWN_INSTRUCTION = `How well would a small model answer this?\n${PLACE}\nQuality from 1 to 5:`;

/** @throws RoutingError by `refuse` unless the template says exactly once where the prompt belongs. */
export function parseInstruction(template: string, refuse: Refuse): Instruction {
  const [before, after, ...more] = template.split(PLACE);
  if (before === undefined || after === undefined || more.length > 0) {
    throw refuse(`must hold ${PLACE} exactly once, where the prompt belongs`);
  }
  return { before, after };
}
