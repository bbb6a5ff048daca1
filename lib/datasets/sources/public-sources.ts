/**
 * Where public data is fetched from; nothing else in the project names these hosts. `--from` replaces a base, for a
 * mirror that keeps the host's paths.
 */
export const PUBLIC_SOURCES = {
  /** Files of a repository at a commit: <base>/<owner>/<name>/<commit>/<path>. */
  benchmarks: { base: "https://raw.githubusercontent.com" },
  /** The Arena-55k battles: <base>/<path>. The host announces the file's SHA-256 with it. */
  "arena-55k": {
    base: "https://huggingface.co",
    path: "datasets/lmsys/lmsys-arena-human-preference-55k/resolve/main/train.csv",
  },
} as const;

export type PublicSource = keyof typeof PUBLIC_SOURCES;
