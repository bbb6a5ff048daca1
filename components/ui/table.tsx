import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";

type TableProps = {
  /** Says what the table shows; first thing a screen reader hears of it. */
  readonly caption: ReactNode;
  readonly captionHidden?: boolean;
  /** A CSS length: a longer table scrolls under its head, which stays. */
  readonly maxHeight?: string | undefined;
  /** The rows of the head and of the body. */
  readonly head: ReactNode;
  readonly children: ReactNode;
};

/** A dense data table that scrolls inside its own box, never the page; a long one is in reach of the keyboard's arrows. */
export function Table({ caption, captionHidden = false, maxHeight, head, children }: TableProps) {
  const captionId = useId();
  const reach = maxHeight === undefined ? {} : { role: "group", tabIndex: 0, "aria-labelledby": captionId };
  return (
    <div className="overflow-x-auto print:max-h-none! print:overflow-visible" style={{ maxHeight }} {...reach}>
      {/* It scrolls on the screen; on paper it has the page's width. */}
      <table className="w-full border-collapse text-[0.8125rem] print:min-w-0! print:[&_td]:whitespace-normal! print:[&_th]:whitespace-normal! print:[&_th_*]:whitespace-normal!">
        <caption id={captionId} className={captionHidden ? "sr-only" : "pb-1 text-left text-muted"}>
          {caption}
        </caption>
        <thead className="sticky print:static top-0 z-1 border-b border-line-strong bg-surface text-left text-muted">
          {head}
        </thead>
        <tbody className="[&>tr]:border-b [&>tr]:border-line">{children}</tbody>
      </table>
    </div>
  );
}

type SortDirection = "ascending" | "descending";

type ColumnHeadProps = {
  readonly children: ReactNode;
  readonly numeric?: boolean;
  /** Absent: not sorted by this column. */
  readonly sorted?: SortDirection | undefined;
  /** Given where the column can be sorted by; the head is then a button. */
  readonly onSort?: () => void;
};

/** A column's head; sortable ones are buttons inside and carry `aria-sort`. */
export function ColumnHead({ children, numeric = false, sorted, onSort }: ColumnHeadProps) {
  const arrow = sorted === undefined ? "" : sorted === "ascending" ? "▲" : "▼";
  return (
    <th
      scope="col"
      aria-sort={sorted ?? (onSort === undefined ? undefined : "none")}
      className={classNames("px-2 py-1.5 align-bottom font-medium first:pl-0 last:pr-0", numeric && "text-right")}
    >
      {onSort === undefined ? (
        children
      ) : (
        <button
          type="button"
          onClick={onSort}
          // The arrow stands on the side away from the column's edge, so that figures stand under their head.
          className={classNames(
            "inline-flex min-h-6 items-center font-medium whitespace-nowrap hover:text-text",
            numeric && "flex-row-reverse",
          )}
        >
          {children}
          <span aria-hidden="true" className="inline-block w-3 text-center text-[0.625rem]">
            {arrow}
          </span>
        </button>
      )}
    </th>
  );
}

type CellProps = { readonly children: ReactNode; readonly numeric?: boolean; readonly className?: string };

const CELL = "px-2 py-1.5 first:pl-0 last:pr-0";

/** The cell that names its row. */
export function RowHead({ children, className }: CellProps) {
  return (
    <th scope="row" className={classNames(CELL, "text-left font-medium", className)}>
      {children}
    </th>
  );
}

export function Cell({ children, numeric = false, className }: CellProps) {
  return <td className={classNames(CELL, numeric && "text-right whitespace-nowrap", className)}>{children}</td>;
}
