/**
 * Figures that commands other than training wrote; relative to the repository's root. Beside the artifacts and not among
 * them, because training replaces that folder as a whole.
 */
export const MEASUREMENTS_DIRECTORY = "public/measurements";
