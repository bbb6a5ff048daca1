import { createParser } from "nuqs/server";

const SAMPLE_KINDS = ["benchmark", "chat"] as const;

/** Which prompts α is calibrated on. */
export type SampleKind = (typeof SAMPLE_KINDS)[number];

/** `?calibrated=chat`; the benchmark's own questions are the default, which is omitted and stands for anything unknown. */
export const sampleParser = createParser({
  parse: (text: string): SampleKind | null => SAMPLE_KINDS.find((kind) => kind === text) ?? null,
  serialize: (kind: SampleKind) => kind,
})
  .withDefault("benchmark")
  .withOptions({ clearOnDefault: true });
