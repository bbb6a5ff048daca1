declare module "subset-font" {
  /** @returns the font with the glyphs of `text` only. An axis of `variationAxes` is fixed at a number or cut to a range. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      readonly targetFormat: "woff2";
      readonly variationAxes: Readonly<Record<string, number | { readonly min: number; readonly max: number }>>;
    },
  ): Promise<Buffer>;
}
