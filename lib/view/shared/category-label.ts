/** "high_school_us_history" → "High school us history" reads badly: short forms that are always capitals. */
const CAPITALS: Readonly<Record<string, string>> = { us: "US", stem: "STEM" };

/** A category's id as people write it. */
export function categoryLabel(id: string): string {
  const words = id
    .split(/[_\s]+/)
    .map((word) => CAPITALS[word] ?? word)
    .join(" ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
