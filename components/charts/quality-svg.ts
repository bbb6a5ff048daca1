import { ROUTER_IDS, ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import { hangingScore, MARK_LABEL } from "./plot-area";
import type { QualityContent, QualityRow } from "./quality-data";
import type { QualitySpot } from "./quality-overlay";
import { MARKER_PATHS, ROUTER_STYLE } from "./router-style";

export type QualityPicture = QualityContent & {
  /** One sentence under the chart. */
  readonly finding: string;
  readonly source: string;
  readonly spots: Readonly<Record<RouterId, QualitySpot>>;
  readonly targetShare: number;
  /** Turns `var(--name)` into a colour that stands by itself. */
  readonly resolveColor: (color: string) => string;
};

export const PICTURE_SIZE = { width: 960, height: 640 } as const;

const PLOT = { left: 70, right: 936, top: 124, bottom: 520 } as const;
const LINE_LENGTH = 106;
/** Of the legend's letters, generously: fonts differ between systems. */
const LETTER_WIDTH = 7.4;
const LEGEND_GAP = 48;
const LEGEND_TOP = 84;
const LEGEND_LINE = 20;

const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Breaks a sentence at spaces into lines of at most `LINE_LENGTH` characters. */
function wrap(text: string): readonly string[] {
  const lines: string[] = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && line.length + word.length >= LINE_LENGTH) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines;
}

/** The chart as one SVG file that needs nothing else: colours, texts and legend are inside, fonts are the system's. */
export function qualitySvg(picture: QualityPicture): string {
  const { rows, domain, hidden, selected, spots, formatScore, strong, weak } = picture;
  const color = (name: string): string => escapeXml(picture.resolveColor(name));
  const x = (share: number): string => (PLOT.left + share * (PLOT.right - PLOT.left)).toFixed(1);
  const y = (score: number): string =>
    (PLOT.top + ((domain.maximum - score) / (domain.maximum - domain.minimum)) * (PLOT.bottom - PLOT.top)).toFixed(1);
  const path = (read: (row: QualityRow) => number): string =>
    `M${rows.map((row) => `${x(row.strongShare)} ${y(read(row))}`).join("L")}`;
  const text = (content: string, at: string, style: string): string =>
    `<text ${at} ${style}>${escapeXml(content)}</text>`;
  const line = (d: string, name: string, width: number, dash?: string): string =>
    `<path d="${d}" fill="none" stroke="${color(name)}" stroke-width="${width}"${dash === undefined ? "" : ` stroke-dasharray="${dash}"`}/>`;
  const marker = (router: RouterId, cx: string, cy: string, size: number): string =>
    `<path transform="translate(${cx} ${cy}) scale(${size / 16}) translate(-8 -8)" d="${MARKER_PATHS[ROUTER_STYLE[router].marker]}" fill="${color(ROUTER_STYLE[router].color)}" stroke="${color("var(--surface)")}" stroke-width="1.5"/>`;
  const muted = `font-size="13" fill="${color("var(--muted)")}"`;
  const halo = `font-size="12" fill="${color("var(--text)")}" stroke="${color("var(--surface)")}" stroke-width="3" paint-order="stroke"`;
  const shown = ROUTER_IDS.filter((router) => !hidden.has(router));

  const axes = [
    ...picture.ticks.flatMap((tick) => [
      line(`M${PLOT.left} ${y(tick)}H${PLOT.right}`, "var(--line)", 1),
      text(formatScore(tick), `x="${PLOT.left - 8}" y="${Number(y(tick)) + 4}" text-anchor="end"`, muted),
    ]),
    ...[0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((share) => [
      line(`M${x(share)} ${PLOT.top}V${PLOT.bottom}`, "var(--line)", 1),
      text(`${share * 100} %`, `x="${x(share)}" y="${PLOT.bottom + 20}" text-anchor="middle"`, muted),
    ]),
    text("share of strong calls", `x="${x(0.5)}" y="${PLOT.bottom + 40}" text-anchor="middle"`, muted),
  ];
  const upper = rows.map((row) => `${x(row.strongShare)} ${y(row.band[1])}`);
  const lower = rows.toReversed().map((row) => `${x(row.strongShare)} ${y(row.band[0])}`);
  const random = hidden.has("random")
    ? []
    : [
        `<path d="M${[...upper, ...lower].join("L")}Z" fill="${color("var(--router-random)")}" fill-opacity="0.16"/>`,
        line(
          path((row) => row.expected),
          "var(--router-random)",
          1,
        ),
      ];
  const ends = [
    { end: strong, name: "var(--strong)", at: `x="${PLOT.left + 6}" y="${Number(y(strong.score)) - 6}"` },
    {
      end: weak,
      name: "var(--weak)",
      at: `x="${PLOT.right - 6}" y="${Number(y(weak.score)) + 16}" text-anchor="end"`,
    },
  ].flatMap(({ end, name, at }) => [
    line(`M${PLOT.left} ${y(end.score)}H${PLOT.right}`, name, 1.25),
    text(`${end.name}  ${formatScore(end.score)}`, at, `font-size="13" font-weight="600" fill="${color(name)}"`),
  ]);
  const curves = [
    ...(hidden.has("oracle")
      ? []
      : [
          `<clipPath id="plot"><path d="M${PLOT.left} ${PLOT.top}H${PLOT.right}V${PLOT.bottom}H${PLOT.left}Z"/></clipPath>`,
          `<g clip-path="url(#plot)">${line(
            path((row) => row.oracle),
            "var(--oracle)",
            1.25,
            "1 3",
          )}</g>`,
        ]),
    ...shown.map((router) =>
      line(
        path((row) => row[router]),
        ROUTER_STYLE[router].color,
        router === selected ? 2.5 : 1.5,
        ROUTER_STYLE[router].dash,
      ),
    ),
  ];
  const marks = hidden.has("published")
    ? []
    : picture.marks.flatMap((mark) => {
        const [left, top] = [x(mark.strongShare), Number(y(mark.score))];
        const hangsFrom = hangingScore(mark, picture);
        const bottom = hangsFrom === null ? null : Number(y(hangsFrom)) + MARK_LABEL.down;
        const place =
          bottom === null
            ? `x="${left}" y="${top - MARK_LABEL.up}" text-anchor="middle"`
            : `x="${Number(left) + MARK_LABEL.aside}" y="${bottom}"`;
        return [
          ...(bottom === null || mark.label === null ? [] : [line(`M${left} ${top}V${bottom}`, "var(--muted)", 1)]),
          ...(mark.label === null ? [] : [text(mark.label, place, halo)]),
          `<path d="M${left} ${top - 5}l5 5l-5 5l-5 -5Z" fill="${color("var(--surface)")}" stroke="${color("var(--text)")}"><title>${escapeXml(mark.name)}</title></path>`,
        ];
      });
  const slider = [
    line(`M${x(picture.targetShare)} ${PLOT.top}V${PLOT.bottom}`, "var(--text)", 1),
    ...shown
      .toSorted((a, b) => Number(a === selected) - Number(b === selected))
      .map((router) =>
        marker(router, x(spots[router].strongShare), y(spots[router].score), router === selected ? 20 : 14),
      ),
  ];
  let legendLeft: number = PLOT.left;
  let legendTop = LEGEND_TOP;
  const legend = [...shown, ...(hidden.has("oracle") ? [] : (["oracle"] as const))].flatMap((series) => {
    const style = series === "oracle" ? { color: "var(--oracle)", dash: "1 3" } : ROUTER_STYLE[series];
    const label = series === "oracle" ? "Oracle" : `${ROUTER_INFO[series].label} ${formatScore(spots[series].score)}`;
    const width = LEGEND_GAP + label.length * LETTER_WIDTH;
    if (legendLeft + width > PICTURE_SIZE.width) {
      legendLeft = PLOT.left;
      legendTop += LEGEND_LINE;
    }
    const [left, top] = [legendLeft, legendTop];
    legendLeft += width;
    return [
      line(`M${left} ${top}h28`, style.color, 2, style.dash),
      ...(series === "oracle" ? [] : [marker(series, String(left + 14), String(top), 12)]),
      text(label, `x="${left + 34}" y="${top + 4}"`, `font-size="13" fill="${color("var(--text)")}"`),
    ];
  });
  const caption = wrap(picture.finding).map((sentence, index) =>
    text(sentence, `x="24" y="${584 + index * 20}"`, `font-size="15" fill="${color("var(--text)")}"`),
  );
  const { width, height } = PICTURE_SIZE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, 'Segoe UI', 'Liberation Sans', Arial, sans-serif" role="img">`,
    `<title>${escapeXml(picture.title)}</title><desc>${escapeXml(picture.finding)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${color("var(--surface)")}"/>`,
    text(picture.title, `x="24" y="36"`, `font-size="20" font-weight="600" fill="${color("var(--text)")}"`),
    text(picture.source, `x="24" y="58"`, muted),
    ...[...legend, ...axes, ...random, ...ends, ...curves, ...marks, ...slider, ...caption],
    "</svg>\n",
  ].join("\n");
}
