const FIRST_LETTER = /\p{L}/u;
const RIGHT_TO_LEFT_LETTER =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u;

/**
 * The side from which a text is written, by its first letter. Browsers' own `dir="auto"` does the same line by line, but
 * takes Chromium half a minute for a pasted megabyte.
 */
export function textDirection(text: string): "ltr" | "rtl" {
  const letter = FIRST_LETTER.exec(text)?.[0];
  return letter !== undefined && RIGHT_TO_LEFT_LETTER.test(letter) ? "rtl" : "ltr";
}
