/**
 * Writes app/fonts/inter.woff2: the Inter typeface (OFL 1.1) with the letters, figures and signs that the pages use, its
 * optical size fixed and its weight free from 400 to 700. The serif and the monospaced face come from their packages as
 * they are.
 */
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import subsetFont from "subset-font";

const PACKAGE = "node_modules/inter-ui";
const TARGET = "app/fonts";

const range = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join("");

const TEXT = [
  range(0x20, 0x7e),
  range(0xa0, 0x17f),
  // Greek: thresholds and statistics.
  range(0x391, 0x3a9).replace("\u03a2", ""),
  range(0x3b1, 0x3c9),
  // Punctuation, superscripts, subscripts, currencies.
  "‐‑–—‘’‚“”„†•…‰′″‹›⁄⁰⁴⁵⁶⁷⁸⁹⁻ⁿ₀₁₂₃₄₅₆₇₈₉ᵢ€",
  // Arrows, mathematics, marks.
  "←↑→↓↔−√∞∑≈≠≤≥×÷±½¼¾⌊⌋✓✗▲▼◆●■□○",
].join("");

const font = await subsetFont(readFileSync(`${PACKAGE}/variable/InterVariable.woff2`), TEXT, {
  targetFormat: "woff2",
  variationAxes: { opsz: 14, wght: { min: 400, max: 700 } },
});
writeFileSync(`${TARGET}/inter.woff2`, font);
copyFileSync(`${PACKAGE}/LICENSE.txt`, `${TARGET}/inter-license.txt`);
for (const name of ["source-serif-4", "jetbrains-mono"]) {
  copyFileSync(`node_modules/@fontsource-variable/${name}/LICENSE`, `${TARGET}/${name}-license.txt`);
}
console.log(`${TARGET}/inter.woff2: ${(font.length / 1024).toFixed(1)} KB`);
