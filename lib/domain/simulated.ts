/** What ids of models begin with that are made up by this program. */
const SIMULATED = "simulated/";

/** The id of a simulated model: `simulated/strong`. */
export const simulatedModel = (choice: "strong" | "weak"): string => `${SIMULATED}${choice}`;

/** Whether an answer of this model is made up, and nothing may be learned from it. */
export const isSimulatedModel = (id: string): boolean => id.startsWith(SIMULATED);
