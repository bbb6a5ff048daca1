import { createParser } from "nuqs/server";

export const SAMPLE_KINDS = ["benchmark", "chat", "saved"] as const;

/** Which prompts α is calibrated on; `saved` are those of the router's saved calibration that is the default. */
export type SampleKind = (typeof SAMPLE_KINDS)[number];

/** `?calibrated=chat` or `saved`; the benchmark's own questions are the default, which is omitted and stands for anything unknown. */
export const sampleParser = createParser({
  parse: (text: string): SampleKind | null => SAMPLE_KINDS.find((kind) => kind === text) ?? null,
  serialize: (kind: SampleKind) => kind,
})
  .withDefault("benchmark")
  .withOptions({ clearOnDefault: true });
