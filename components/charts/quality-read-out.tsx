import { ROUTER_IDS, ROUTER_INFO } from "@/lib/domain/router-id";
import type { QualityEnd, QualityRow, QualitySeries } from "./quality-data";
import { RouterMarker } from "./router-marker";

type QualityReadOutProps = {
  readonly row: QualityRow | undefined;
  readonly hidden: ReadonlySet<QualitySeries>;
  readonly strong: QualityEnd;
  readonly weak: QualityEnd;
  readonly formatScore: (score: number) => string;
};

/** What every curve says at the share that is pointed at, best first. */
export function QualityReadOut({ row, hidden, strong, weak, formatScore }: QualityReadOutProps) {
  if (row === undefined) return null;
  const gap = (score: number): string => `${(((score - weak.score) / (strong.score - weak.score)) * 100).toFixed(0)}`;
  const routers = ROUTER_IDS.filter((router) => !hidden.has(router)).sort((a, b) => row[b] - row[a]);
  return (
    <div className="border border-line-strong bg-surface px-2.5 py-2 text-xs shadow-md">
      <p className="mb-1 font-semibold">{(row.strongShare * 100).toFixed(1)}&nbsp;% strong calls</p>
      <table>
        <thead className="text-muted">
          <tr>
            <th scope="col" className="sr-only">
              Router
            </th>
            <th scope="col" className="pl-4 text-right font-normal">
              quality
            </th>
            <th scope="col" className="pl-4 text-right font-normal">
              % of gap
            </th>
          </tr>
        </thead>
        <tbody>
          {hidden.has("oracle") ? null : (
            <tr className="text-muted">
              <th scope="row" className="text-left font-normal">
                Oracle, up to that many
              </th>
              <td className="pl-4 text-right">{formatScore(row.oracle)}</td>
              <td className="pl-4 text-right">{gap(row.oracle)}</td>
            </tr>
          )}
          {routers.map((router) => (
            <tr key={router}>
              <th scope="row" className="text-left font-normal whitespace-nowrap">
                <RouterMarker id={router} className="mr-1.5 inline-block size-2.5" />
                {ROUTER_INFO[router].label}
              </th>
              <td className="pl-4 text-right">{formatScore(row[router])}</td>
              <td className="pl-4 text-right">{gap(row[router])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
