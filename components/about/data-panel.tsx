import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import type { DataReport, FileReport } from "@/lib/schemas/artifacts/data-report-artifact";
import { dataFinding, languageShares } from "@/lib/view/about/data-findings";
import { formatCount, formatPercent } from "@/lib/view/shared/format";

type LicensedSet = {
  readonly path: string;
  readonly source: string;
  readonly licence: string;
  readonly rows: number;
  readonly rowsUsed: number;
};

type DataPanelProps = {
  readonly files: DataReport["files"];
  /** Sets that are no file of the data folder: the prompts written for this project. */
  readonly others: readonly LicensedSet[];
};

const KINDS: Readonly<Record<FileReport["kind"], string>> = {
  battles: "votes between two models",
  golden: "outcomes of many models",
  benchmark: "benchmark",
};

/** Wins of side A, ties, wins of side B, as one bar; the figures stand beside it. */
function LabelBar({ labels }: Pick<FileReport, "labels">) {
  const total = labels.a + labels.b + labels.tie;
  if (total === 0) return "–";
  const [a, tie, b] = [labels.a / total, labels.tie / total, labels.b / total];
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden="true" className="flex h-2 w-20 bg-surface-2">
        <span className="bg-strong" style={{ width: `${100 * a}%` }} />
        <span className="bg-line-strong" style={{ width: `${100 * tie}%` }} />
        <span className="bg-weak" style={{ width: `${100 * b}%` }} />
      </span>
      <span className="inline-block w-[13ch] text-right">
        {[a, tie, b].map((share) => (100 * share).toFixed(0)).join(" / ")}
      </span>
    </span>
  );
}

function FileRow({ file }: { readonly file: FileReport }) {
  return (
    <tr>
      <RowHead>
        {file.name}
        <span className="block text-xs font-normal text-muted">{KINDS[file.kind]}</span>
      </RowHead>
      <Cell numeric>{formatCount(file.rows)}</Cell>
      <Cell numeric>{formatCount(file.prompts)}</Cell>
      <Cell numeric>{formatCount(file.models.length)}</Cell>
      <Cell numeric>
        <LabelBar labels={file.labels} />
      </Cell>
      <Cell numeric>{formatCount(file.flagged + (file.copies ?? 0))}</Cell>
      <Cell numeric className="font-semibold">
        {formatCount(file.rowsUsed)}
      </Cell>
      <Cell className="min-w-40">
        {file.licence}
        <span className="block text-xs text-muted [overflow-wrap:anywhere]">{file.source}</span>
      </Cell>
    </tr>
  );
}

/** What the routers were trained and measured on: counts, balance, licences. No text of it is in the app. */
export function DataPanel({ files, others }: DataPanelProps) {
  const spoken = files.filter(({ languages }) => Object.keys(languages).length > 0);
  return (
    <Card level={3} title="Data and licences" aside="counted at training">
      <p className="mb-3 max-w-[80ch] text-sm leading-6">{dataFinding(files)}</p>
      <div className="[&_tbody_td]:align-top [&_tbody_th]:align-top [&_table]:min-w-[58rem]">
        <Table
          caption="Every file of the data folder: rows, prompts, models, labels, what was left out, and licence"
          captionHidden
          head={
            <tr>
              <ColumnHead>File</ColumnHead>
              <ColumnHead numeric>Rows</ColumnHead>
              <ColumnHead numeric>Prompts</ColumnHead>
              <ColumnHead numeric>Models</ColumnHead>
              <ColumnHead numeric>A wins / ties / B wins, %</ColumnHead>
              <ColumnHead numeric>Left out</ColumnHead>
              <ColumnHead numeric>Trained on</ColumnHead>
              <ColumnHead>Licence and source</ColumnHead>
            </tr>
          }
        >
          {files.map((file) => (
            <FileRow key={file.path} file={file} />
          ))}
          {others.map(({ path, rows, rowsUsed, licence, source }) => (
            <tr key={path}>
              <RowHead>
                {path.split("/").at(-1)}
                <span className="block text-xs font-normal text-muted">prompts labelled easy or hard</span>
              </RowHead>
              <Cell numeric>{formatCount(rows)}</Cell>
              <Cell numeric>{formatCount(rows)}</Cell>
              <Cell numeric>–</Cell>
              <Cell numeric>–</Cell>
              <Cell numeric>0</Cell>
              <Cell numeric className="font-semibold">
                {formatCount(rowsUsed)}
              </Cell>
              <Cell className="min-w-40">
                {licence}
                <span className="block text-xs text-muted">{source}</span>
              </Cell>
            </tr>
          ))}
        </Table>
      </div>
      <p className="mt-2 max-w-[80ch] text-xs leading-5 text-muted">
        A and B are the two models as a vote names them; in a table of outcomes every pair of its models on every
        question, A being the better one overall; in a benchmark the strong and the weak model of the pair.
      </p>
      {spoken.length === 0 ? null : (
        <Disclosure summary="Languages, where a file names them" className="mt-2">
          {spoken.map((file) => (
            <p key={file.path} className="max-w-[80ch] text-sm leading-6">
              <span className="font-semibold">{file.name}:</span>{" "}
              {languageShares(file.languages)
                .map(({ name, share }) => `${name} ${formatPercent(share, 1)}`)
                .join(", ")}
              .
            </p>
          ))}
        </Disclosure>
      )}
    </Card>
  );
}
