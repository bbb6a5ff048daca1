import { z } from "zod";

/** Whether a model answers, as the chat page's status panel shows it. */
export const connectionReportSchema = z.object({ ok: z.boolean(), sentence: z.string() });
export type ConnectionReport = z.infer<typeof connectionReportSchema>;
