"use client";

import { useMemo } from "react";
import { RouterMarker } from "@/components/charts/router-marker";
import { useAnalysis } from "@/components/explore/state/explorer-context";
import { useView } from "@/components/explore/state/view-provider";
import { SelectField } from "@/components/ui/select-field";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import type { ViewId } from "@/lib/domain/benchmark";
import { ROUTER_IDS, ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import { type OutcomeGroups, outcomeGroups } from "@/lib/evaluation/outcome-groups";
import { PUBLISHED_EXTREMES, PUBLISHED_OUTCOME_GROUPS, PUBLISHED_ROUTING } from "@/lib/view/explore/published-analyses";
import { subjectAnalysis } from "@/lib/view/explore/subject-analysis";
import { categoryLabel } from "@/lib/view/shared/category-label";
import { formatCount, formatPercent, formatThreshold } from "@/lib/view/shared/format";

/** The paper made these analyses on MMLU alone. */
const isMmlu = (view: ViewId): boolean => view === "mmlu" || view === "mmlu-audited";

const LEARNED = ROUTER_IDS.filter((id) => !ROUTER_INFO[id].baseline);
const HEADING = "text-sm font-semibold";
const NOTE = "mb-1 max-w-[90ch] text-sm";

const list = (categories: readonly string[]): string => categories.map(categoryLabel).join(", ");
const signed = (value: number | null): string =>
  value === null ? "–" : `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;

function RouterName({ id }: { readonly id: RouterId }) {
  return (
    <span className="whitespace-nowrap">
      <RouterMarker id={id} className="mr-1.5 inline-block size-3" />
      {ROUTER_INFO[id].label}
    </span>
  );
}

/** The subjects that each router rates highest and lowest, ours over the paper's. */
function Extremes() {
  const analysis = useAnalysis();
  const rows = useMemo(
    () =>
      LEARNED.map((router) => {
        const { highest, lowest } = subjectAnalysis(analysis, router);
        return { router, highest: highest.map((s) => s.category), lowest: lowest.map((s) => s.category) };
      }),
    [analysis],
  );
  const published = isMmlu(analysis.table.benchmark);
  const overlap = (mine: readonly string[], theirs: readonly string[]) =>
    mine.filter((category) => theirs.includes(category)).length;
  return (
    <Table
      caption="Subjects with the highest and the lowest mean win rate"
      captionHidden
      head={
        <tr>
          <ColumnHead>Router</ColumnHead>
          <ColumnHead>Highest three</ColumnHead>
          <ColumnHead>Lowest three</ColumnHead>
          {published ? <ColumnHead numeric>Shared with the paper</ColumnHead> : null}
        </tr>
      }
    >
      {rows.map(({ router, highest, lowest }) => {
        const theirs = published ? PUBLISHED_EXTREMES[router] : undefined;
        return (
          <tr key={router}>
            <RowHead>
              <RouterName id={router} />
            </RowHead>
            <Cell>
              {list(highest)}
              {theirs === undefined ? null : <span className="block text-muted">paper: {list(theirs.highest)}</span>}
            </Cell>
            <Cell>
              {list(lowest)}
              {theirs === undefined ? null : <span className="block text-muted">paper: {list(theirs.lowest)}</span>}
            </Cell>
            {published ? (
              <Cell numeric>
                {theirs === undefined
                  ? "not published"
                  : `${overlap(highest, theirs.highest)} of 3 · ${overlap(lowest, theirs.lowest)} of 3`}
              </Cell>
            ) : null}
          </tr>
        );
      })}
    </Table>
  );
}

/** Where subjects go with α at the 20, 50 and 80 % quantiles of the selected router's win rates. */
function Routing() {
  const analysis = useAnalysis();
  const { router } = useView();
  const { routing, thresholds } = useMemo(() => subjectAnalysis(analysis, router), [analysis, router]);
  const theirs = isMmlu(analysis.table.benchmark) ? PUBLISHED_ROUTING : null;
  const published = (category: string) =>
    theirs !== null && Object.hasOwn(theirs.shares, category) ? theirs.shares[category] : undefined;
  return (
    <Table
      caption={`Routing by subject of ${ROUTER_INFO[router].label}`}
      captionHidden
      maxHeight="20rem"
      head={
        <tr>
          <ColumnHead>Subject</ColumnHead>
          {thresholds.map((threshold, index) => (
            <ColumnHead key={["20", "50", "80"][index]} numeric>
              α {formatThreshold(threshold)}, {["20", "50", "80"][index]} % point
            </ColumnHead>
          ))}
        </tr>
      }
    >
      {routing
        .toSorted((a, b) => Number(published(b.category) !== undefined) - Number(published(a.category) !== undefined))
        .map(({ category, shares }) => {
          const paper = published(category);
          return (
            <tr key={category}>
              <RowHead>{categoryLabel(category)}</RowHead>
              {shares.map((share, index) => (
                <Cell key={["20", "50", "80"][index]} numeric>
                  {formatPercent(share, 1)}
                  {paper === undefined ? null : (
                    <span className="block text-muted">
                      paper’s {theirs === null ? "" : ROUTER_INFO[theirs.router].label}:{" "}
                      {formatPercent(paper[index] ?? 0, 1)}
                    </span>
                  )}
                </Cell>
              ))}
            </tr>
          );
        })}
    </Table>
  );
}

const KINDS: readonly { readonly id: keyof OutcomeGroups; readonly label: string }[] = [
  { id: "ambiguous", label: "Ambiguous: both do equally well" },
  { id: "hard", label: "Hard: only strong does well" },
  { id: "weakOnly", label: "Only weak does well" },
];

/** How each router scores hard and ambiguous questions, in standard deviations of its own win rates. */
function Kinds() {
  const { table } = useAnalysis();
  const rows = useMemo(
    () =>
      ROUTER_IDS.map((router) => ({
        router,
        groups: outcomeGroups({ winRates: table.winRates[router], strong: table.strong, weak: table.weak }),
      })),
    [table],
  );
  const counts = rows[0]?.groups;
  const theirs = isMmlu(table.benchmark) ? PUBLISHED_OUTCOME_GROUPS : null;
  return (
    <Table
      caption="Mean win rate by what happened, in standard deviations from the mean of all questions"
      captionHidden
      head={
        <tr>
          <ColumnHead>Router</ColumnHead>
          {KINDS.map(({ id, label }) => (
            <ColumnHead key={id} numeric>
              {label} <span className="font-normal">({formatCount(counts?.[id].questions ?? 0)})</span>
            </ColumnHead>
          ))}
        </tr>
      }
    >
      {rows.map(({ router, groups }) => (
        <tr key={router}>
          <RowHead>
            <RouterName id={router} />
          </RowHead>
          {KINDS.map(({ id }) => (
            <Cell key={id} numeric>
              {signed(groups[id].deviations)}
              {theirs?.router === router && id !== "weakOnly" ? (
                <span className="block text-muted">paper: {signed(theirs[id])}</span>
              ) : null}
            </Cell>
          ))}
        </tr>
      ))}
    </Table>
  );
}

/** The analyses of the paper's authors, made anew of every router on the opened benchmark. */
export function AuthorsPanel() {
  const { router, setRouter } = useView();
  const { table } = useAnalysis();
  const subjects = new Set(table.category).size > 1;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      {isMmlu(table.benchmark) ? null : (
        <p className="text-sm text-muted">
          The paper made these analyses on MMLU; here they stand without its figures.
        </p>
      )}
      {subjects ? (
        <>
          <div className="[&_table]:min-w-[44rem]">
            <h3 className={HEADING}>Which subjects look hard</h3>
            <p className={NOTE}>Subjects by the mean win rate that each router gives their questions.</p>
            <Extremes />
          </div>
          <div className="[&_table]:min-w-[34rem]">
            <h3 className={HEADING}>Routing by subject</h3>
            <p className={NOTE}>
              The share of each subject that goes to the strong model with α at the 20, 50 and 80 % points of the
              router’s own win rates, which call it for 80, 50 and 20 % of all questions.
            </p>
            <p className="mb-1">
              <SelectField
                label="Routed by"
                value={router}
                options={ROUTER_IDS.map((id) => ({ value: id, label: ROUTER_INFO[id].label }))}
                onSelect={setRouter}
              />
            </p>
            <Routing />
          </div>
        </>
      ) : null}
      <div className="[&_table]:min-w-[40rem]">
        <h3 className={HEADING}>Hard and ambiguous questions</h3>
        <p className={NOTE}>
          The mean win rate of each kind of question, in standard deviations from the mean of all: a router that knows
          which calls are worth their price scores hard ones above 0 and ambiguous ones below.
        </p>
        <Kinds />
      </div>
    </div>
  );
}
