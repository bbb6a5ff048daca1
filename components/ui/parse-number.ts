/**
 * Reads what a person types into a number field: spaces, a leading `$` and a trailing `%` are ignored, `1,000` is a
 * thousand and `0,5` a half (a comma is a thousands mark only before complete groups of three digits), `−` is a minus.
 * @returns undefined where it is not one finite number.
 */
export function parseNumber(text: string): number | undefined {
  const bare = text
    .replace(/[\s\u00a0\u202f_]/g, "")
    .replace(/^\$/, "")
    .replace(/%$/, "")
    .replace("\u2212", "-");
  const plain = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/.test(bare) ? bare.replaceAll(",", "") : bare.replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?$/i.test(plain) ? Number(plain) : undefined;
}
