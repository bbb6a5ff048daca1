"use client";

import { RouterMarker } from "@/components/charts/router-marker";
import { useExplorer } from "@/components/explore/state/explorer-context";
import { Disclosure } from "@/components/ui/disclosure";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { BENCHMARK_IDS, BENCHMARK_INFO } from "@/lib/domain/benchmark";
import { ROUTER_INFO } from "@/lib/domain/router-id";
import { formatBytes, formatCount, formatDuration, formatMilliseconds } from "@/lib/view/shared/format";

/** Which router for which constraint: sentences that the measured figures make, and these figures. */
export function GuidancePanel() {
  const { facts, advice, measured } = useExplorer().data.guidance;
  return (
    <>
      <div className="[&_table]:min-w-[40rem] [&_tbody_td]:align-top [&_tbody_th]:align-top">
        <Table
          caption="Which router for which constraint"
          captionHidden
          head={
            <tr>
              <ColumnHead>If this decides</ColumnHead>
              <ColumnHead>take</ColumnHead>
              <ColumnHead>because</ColumnHead>
            </tr>
          }
        >
          {advice.map(({ constraint, routers, because }) => (
            <tr key={constraint}>
              <RowHead className="w-56">{constraint}</RowHead>
              <Cell className="w-48">
                {routers.map((router) => (
                  <span key={router} className="block font-semibold">
                    <RouterMarker id={router} className="mr-1.5 inline-block size-3" />
                    {ROUTER_INFO[router].label}
                  </span>
                ))}
              </Cell>
              <Cell className="max-w-[60ch]">{because}</Cell>
            </tr>
          ))}
        </Table>
      </div>
      <p className="mt-2 text-xs leading-5 text-muted">
        Every line follows from the figures below; other artifacts, other advice. Speeds: one prompt of 300 characters a
        call, measured on {measured.date} on {measured.machine}; read their order, not their decimals.
      </p>
      <Disclosure summary="The figures behind it" className="mt-1">
        <div className="[&_table]:min-w-[48rem]">
          <Table
            caption="What was measured of every router"
            captionHidden
            head={
              <tr>
                <ColumnHead>Router</ColumnHead>
                <ColumnHead numeric>p95</ColumnHead>
                <ColumnHead numeric>Prompts/s</ColumnHead>
                <ColumnHead numeric>Files</ColumnHead>
                <ColumnHead numeric>Training</ColumnHead>
                {BENCHMARK_IDS.map((benchmark) => (
                  <ColumnHead key={benchmark} numeric>
                    APGR {BENCHMARK_INFO[benchmark].label}
                  </ColumnHead>
                ))}
              </tr>
            }
          >
            {facts.map(({ router, p95Ms, promptsPerSecond, bytes, trainingSeconds, quality }) => (
              <tr key={router}>
                <RowHead className="whitespace-nowrap">{ROUTER_INFO[router].label}</RowHead>
                <Cell numeric>{formatMilliseconds(p95Ms)}</Cell>
                <Cell numeric>{formatCount(promptsPerSecond)}</Cell>
                <Cell numeric>{bytes === 0 ? "none" : formatBytes(bytes)}</Cell>
                <Cell numeric>{ROUTER_INFO[router].baseline ? "–" : formatDuration(trainingSeconds)}</Cell>
                {BENCHMARK_IDS.map((benchmark) => (
                  <Cell key={benchmark} numeric>
                    {quality[benchmark].apgr.toFixed(3)}
                  </Cell>
                ))}
              </tr>
            ))}
          </Table>
        </div>
      </Disclosure>
    </>
  );
}
