import { createParser } from "nuqs/server";
import { isViewId, type ViewId } from "@/lib/domain/benchmark";

/** `?benchmark=gsm8k`. */
export const benchmarkParser = createParser({
  parse: (text: string): ViewId | null => (isViewId(text) ? text : null),
  serialize: (id: ViewId) => id,
}).withOptions({ clearOnDefault: true });
