import { z } from "zod";

/** A folder; an empty value means the same as none, as shells and compose files leave it. */
const folder = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === "" ? undefined : value));

/** The environment variables that this program reads, all of them optional. */
export const environmentSchema = z.object({
  /** Folder with the data sets, for training and for question texts; in the layout that `data report` shows. */
  ROUTELLM_DATA: folder,
  /** Folder with the trained weights and figures, in place of the ones that are shipped. */
  ROUTELLM_ARTIFACTS: folder,
});
