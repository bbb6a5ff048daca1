import { z } from "zod";
import { formatModelName } from "@/lib/domain/model-name";
import { toThreshold } from "@/lib/domain/threshold";
import { handOverSchema } from "./saved-calibration";

const MAXIMUM_NAME = 80;
/** Target shares 0, .001 … 1. */
const SHARES = 1001;
/** Half a step of the five decimals in which a model name says α. */
const ALPHA_TOLERANCE = 1e-5;

/** What people call a calibration: one line, written the one way in which it is compared. */
const name = z
  .string({ error: "must be a text" })
  .transform((text) => text.normalize("NFC").trim())
  .superRefine((text, context) => {
    const characters = [...text].length;
    if (characters === 0) context.addIssue({ code: "custom", message: "must not be empty" });
    if (characters > MAXIMUM_NAME) {
      const message = `must have at most ${MAXIMUM_NAME} characters, but it has ${characters}`;
      context.addIssue({ code: "custom", message });
    }
    if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) {
      context.addIssue({ code: "custom", message: "must be one line, without control characters" });
    }
  });

const thresholds = z
  .array(z.number().min(0).max(1))
  .length(SHARES)
  .refine((values) => values.every((alpha, index) => index === 0 || alpha <= (values[index - 1] ?? 1)), {
    error: "must not rise: a larger share of strong calls never takes a larger α",
  });

/** Asks for a calibration to be kept: what is handed over, and the table it came from, so that α follows the slider. */
export const saveCalibrationRequestSchema = z
  .object({
    name,
    handOver: handOverSchema,
    /** α for each target share 0, .001 … 1, as in the run's table; without them the one α stands for every share. */
    thresholds: thresholds.optional(),
  })
  .superRefine(({ handOver, thresholds }, context) => {
    const { router, threshold, target } = handOver;
    // Its own issue says so; nothing can be compared with it.
    if (threshold < 0 || threshold > 1) return;
    const model = formatModelName({ router, threshold: toThreshold(threshold) });
    if (handOver.model !== model) {
      const message = `must be ${model}, its router and threshold, but it was ${JSON.stringify(handOver.model)}`;
      context.addIssue({ code: "custom", path: ["handOver", "model"], message });
    }
    if (thresholds === undefined) return;
    const place = target.strongShare * (SHARES - 1);
    const high = thresholds[Math.floor(place + 1e-9)] ?? 1;
    const low = thresholds[Math.ceil(place - 1e-9)] ?? 0;
    if (threshold <= high + ALPHA_TOLERANCE && threshold >= low - ALPHA_TOLERANCE) return;
    const message = `must be those of the hand-over: for its share of ${target.strongShare} they give an α from ${low.toFixed(5)} to ${high.toFixed(5)}, but it says ${threshold.toFixed(5)}`;
    context.addIssue({ code: "custom", path: ["thresholds"], message });
  });
export type SaveCalibrationRequest = z.infer<typeof saveCalibrationRequestSchema>;

/** Asks for a saved calibration to be renamed, or to be its router's default or no longer so. */
export const changeCalibrationRequestSchema = z
  .strictObject({ name: name.optional(), isDefault: z.boolean({ error: "must be true or false" }).optional() })
  .refine((change) => change.name !== undefined || change.isDefault !== undefined, {
    error: "must hold a name, isDefault or both",
  });
export type ChangeCalibrationRequest = z.infer<typeof changeCalibrationRequestSchema>;
