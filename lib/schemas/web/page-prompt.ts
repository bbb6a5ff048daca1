import { z } from "zod";

/** `?prompt=`: a text; none, an empty one or several count as none. */
export const pagePromptSchema = z.string().min(1).optional().catch(undefined);
