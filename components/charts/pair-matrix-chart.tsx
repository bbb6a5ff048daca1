"use client";

import { type MouseEvent, memo, useState } from "react";

type MatrixCell = {
  /** Row and column, from 0. */
  readonly strong: number;
  readonly weak: number;
  readonly apgr: number | null;
  readonly close: boolean;
};

type PairMatrixChartProps = {
  readonly models: readonly string[];
  readonly cells: readonly MatrixCell[];
  readonly selected: { readonly strong: number; readonly weak: number } | null;
  readonly onPick: (cell: MatrixCell) => void;
  /** What stands under the chart of the cell that is pointed at. */
  readonly tell: (cell: MatrixCell) => string;
};

/** APGRs this far from ½ get the full hue. */
const FULL = 0.25;

/** Above ½ routing helps, below it harms; close pairs have nothing to route. */
function fillOf({ apgr, close }: MatrixCell): string {
  if (close || apgr === null) return "var(--surface-2)";
  const part = Math.min(1, Math.abs(apgr - 0.5) / FULL);
  return `color-mix(in srgb, var(${apgr >= 0.5 ? "--good" : "--bad"}) ${Math.round(100 * part)}%, var(--surface))`;
}

/** The unmoving squares: drawn once a matrix. */
const Squares = memo(function Squares({ cells }: { readonly cells: readonly MatrixCell[] }) {
  return cells.map((cell) => (
    <g key={`${cell.strong} ${cell.weak}`}>
      <rect x={cell.weak} y={cell.strong} width={0.94} height={0.94} fill={fillOf(cell)} />
      {cell.close ? (
        <path d={`M${cell.weak + 0.3} ${cell.strong + 0.47}h0.34`} stroke="var(--line-strong)" strokeWidth={0.08} />
      ) : null}
    </g>
  ));
});

/**
 * Every pair of models as a square: the stronger one's row, the weaker one's column. A press chooses the pair; the same can
 * be done with the two fields above the curve, so that the picture has no keyboard stops of its own.
 */
export function PairMatrixChart({ models, cells, selected, onPick, tell }: PairMatrixChartProps) {
  const [pointed, setPointed] = useState<MatrixCell | null>(null);
  const count = models.length;
  const cellAt = ({ currentTarget, clientX, clientY }: MouseEvent<SVGSVGElement>): MatrixCell | null => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    const weak = Math.floor(((clientX - left) / width) * count);
    const strong = Math.floor(((clientY - top) / height) * count);
    return cells.find((cell) => cell.strong === strong && cell.weak === weak) ?? null;
  };
  const marked =
    pointed ?? cells.find((cell) => cell.strong === selected?.strong && cell.weak === selected.weak) ?? null;
  return (
    <div aria-hidden="true">
      <svg
        viewBox={`0 0 ${count} ${count}`}
        aria-hidden="true"
        className="block aspect-square w-full max-w-2xl cursor-pointer border border-line"
        onMouseMove={(event) => setPointed(cellAt(event))}
        onMouseLeave={() => setPointed(null)}
        onClick={(event) => {
          const cell = cellAt(event);
          if (cell !== null) onPick(cell);
        }}
      >
        <Squares cells={cells} />
        {marked === null ? null : (
          <rect
            x={marked.weak}
            y={marked.strong}
            width={0.94}
            height={0.94}
            fill="none"
            stroke="var(--text)"
            strokeWidth={0.12}
          />
        )}
      </svg>
      <p className="min-h-12 max-w-2xl pt-1 text-xs leading-5">
        {marked === null ? "Rows: the stronger model, best first. Columns: the weaker one." : tell(marked)}
      </p>
    </div>
  );
}
