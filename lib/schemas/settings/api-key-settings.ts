/** Who may use the endpoint, and how much. */
export type ApiKey = {
  /** For logs; never the key. */
  readonly name: string;
  /** SHA-256 of the key, in lower-case hexadecimal digits. */
  readonly hash: string;
  readonly requestsPerMinute: number | undefined;
  readonly dollarsPerMonth: number | undefined;
};

const SHAPE = "must be name:sha256 of each key, with commas between them, and :rpm=60 or :usd=25 after it for limits";

/**
 * `name:sha256[:rpm=N][:usd=N]`, with commas between keys. No key stands in the environment itself: who reads it there
 * cannot use it.
 * @returns the keys, or what is wrong with the text, without quoting it.
 */
export function readApiKeys(text: string): { readonly keys: readonly ApiKey[] } | { readonly problem: string } {
  const keys: ApiKey[] = [];
  for (const entry of text.split(",").map((part) => part.trim())) {
    if (entry === "") continue;
    const [name = "", hash = "", ...limits] = entry.split(":").map((part) => part.trim());
    if (!/^[\w.-]{1,64}$/.test(name)) {
      return { problem: `${SHAPE}; a name is 1 to 64 letters, digits, dots, dashes or underscores` };
    }
    if (!/^[\da-f]{64}$/i.test(hash)) return { problem: `${SHAPE}; that of ${name} has no 64 hexadecimal digits` };
    const found = new Map<string, number>();
    for (const limit of limits) {
      const [, kind = "", amount = ""] = /^(rpm|usd)=(\d+(?:\.\d+)?)$/.exec(limit) ?? [];
      if (kind === "" || found.has(kind) || !(Number(amount) > 0)) {
        return { problem: `${SHAPE}; the limits of ${name} cannot be read` };
      }
      found.set(kind, Number(amount));
    }
    if (keys.some((key) => key.name === name)) return { problem: `${SHAPE}; ${name} is there twice` };
    keys.push({
      ...{ name, hash: hash.toLowerCase() },
      requestsPerMinute: found.get("rpm"),
      dollarsPerMonth: found.get("usd"),
    });
  }
  return { keys };
}
