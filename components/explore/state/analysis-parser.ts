import { parseAsStringLiteral } from "nuqs/server";

const TAB_IDS = ["regret", "compare", "authors", "pairs", "guidance"] as const;

/** `?analysis=pairs`: the opened tab. */
export const analysisParser = parseAsStringLiteral(TAB_IDS).withDefault("regret").withOptions({ clearOnDefault: true });
