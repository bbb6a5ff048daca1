import localFont from "next/font/local";

/**
 * The faces of the pages (all OFL 1.1), served by this application: the look depends on no machine's fonts.
 * Text and figures are set in Inter (`npm run fonts` makes its file), headings in Source Serif 4, code in JetBrains Mono.
 */
const sans = localFont({
  src: "./fonts/inter.woff2",
  weight: "400 700",
  variable: "--face-sans",
  display: "swap",
});

const serif = localFont({
  src: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  weight: "200 900",
  variable: "--face-serif",
  display: "swap",
  adjustFontFallback: "Times New Roman",
});

/** Only for α and its kin in headings, hence loaded where such a letter stands. */
const serifGreek = localFont({
  src: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-greek-wght-normal.woff2",
  weight: "200 900",
  variable: "--face-serif-greek",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0370-03FF" }],
});

const mono = localFont({
  src: "../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2",
  weight: "100 800",
  variable: "--face-mono",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
});

/** Classes that define the variables which globals.css builds its font families from. */
export const FONT_VARIABLES = [sans, serif, serifGreek, mono].map(({ variable }) => variable).join(" ");
