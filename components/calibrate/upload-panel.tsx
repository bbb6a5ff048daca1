"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ask, sentenceOf, tell } from "@/components/controls/ask-server";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { SelectField } from "@/components/ui/select-field";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import type { RouterId } from "@/lib/domain/router-id";
import { type PromptInspection, type PromptUpload, promptUploadSchema } from "@/lib/schemas/files/prompt-upload";
import { scoringRunSchema } from "@/lib/schemas/files/scoring-run";
import { formatCount, formatCounted } from "@/lib/view/shared/format";
import { FAST_ROUTERS, RouterChoice, type Speeds } from "./router-choice";

type UploadPanelProps = {
  readonly upload: PromptUpload;
  readonly speeds: Speeds;
  readonly onDiscard: () => void;
};

/** Second step: what was found in the file, which column holds the prompts, and which routers are to score them. */
export function UploadPanel({ upload, speeds, onDiscard }: UploadPanelProps) {
  const navigation = useRouter();
  const [inspection, setInspection] = useState(upload.inspection);
  const [routers, setRouters] = useState<readonly RouterId[]>(FAST_ROUTERS);
  const [keepPrompts, setKeepPrompts] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(sentenceOf(error));
    }
    setBusy(false);
  };
  const readColumn = (column: string) =>
    attempt(async () => {
      const path = `/calibrate/uploads/${upload.id}?column=${encodeURIComponent(column)}`;
      setInspection((await ask(path, { schema: promptUploadSchema })).inspection);
    });
  const start = () =>
    attempt(async () => {
      const body = { upload: upload.id, column: inspection.column, routers, keepPrompts };
      const { id } = await ask("/calibrate/runs", { method: "POST", body, schema: scoringRunSchema });
      navigation.push(`/calibrate/runs/${id}`);
    });
  const discard = () => {
    // Whatever becomes of it: the server sweeps what nobody asks for.
    void tell(`/calibrate/uploads/${upload.id}`, { method: "DELETE" }).catch(() => undefined);
    onDiscard();
  };

  return (
    <Card title={`2. Check what was read from ${upload.name}`} aside={sizeOf(upload.bytes)} busy={busy}>
      <Found inspection={inspection} onColumn={(column) => void readColumn(column)} />
      <div className="mt-4 grid gap-4 border-t border-line pt-3 md:grid-cols-[minmax(0,1fr)_auto] md:items-end">
        <div className="grid gap-2">
          <RouterChoice chosen={routers} prompts={inspection.rows} speeds={speeds} onChoose={setRouters} />
          <label className="flex items-start gap-2 text-sm">
            <input
              type="checkbox"
              className="mt-1 accent-accent"
              checked={keepPrompts}
              onChange={(event) => setKeepPrompts(event.currentTarget.checked)}
            />
            <span>
              Keep the prompts on this server with their win rates{" "}
              <span className="text-muted">(otherwise their text is deleted once scored)</span>
            </span>
          </label>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button onClick={discard}>Take another file</Button>
          <Button
            look="solid"
            disabled={busy || routers.length === 0 || inspection.rows === 0}
            onClick={() => void start()}
          >
            Score {formatCounted(inspection.rows, "prompt")}
          </Button>
        </div>
      </div>
      {problem === undefined ? null : (
        <div className="mt-3">
          <Notice kind="error">{problem}</Notice>
        </div>
      )}
    </Card>
  );
}

function Found({
  inspection,
  onColumn,
}: {
  readonly inspection: PromptInspection;
  readonly onColumn: (column: string) => void;
}) {
  const { columns, column, rows, problems, firstProblems, preview } = inspection;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 text-sm">
        <p>
          <strong className="font-semibold">{formatCount(rows)}</strong> {rows === 1 ? "prompt" : "prompts"}
          {problems === 0 ? null : (
            <span className="text-bad">
              , {formatCount(problems)} {problems === 1 ? "row" : "rows"} without a usable one
            </span>
          )}
        </p>
        {column === null || columns.length === 0 ? null : (
          <SelectField
            label="Prompts stand in"
            value={column}
            options={columns.map(({ name, filled }) => ({
              value: name,
              label: `${name} (${formatCount(filled)} filled)`,
            }))}
            onSelect={onColumn}
          />
        )}
      </div>
      {preview.length === 0 ? (
        <div className="mt-3">
          <Notice kind="error">
            No row holds a usable prompt{column === null ? "" : ` in “${column}”; choose another column`}.
          </Notice>
        </div>
      ) : (
        <div className="mt-3">
          <Table
            caption="The first prompts as they will be scored"
            maxHeight="18rem"
            head={
              <tr>
                <ColumnHead numeric>Line</ColumnHead>
                <ColumnHead>Prompt</ColumnHead>
              </tr>
            }
          >
            {preview.map(({ line, prompt }) => (
              <tr key={line}>
                <RowHead className="w-16 text-right align-top text-muted">{formatCount(line)}</RowHead>
                <Cell className="[overflow-wrap:anywhere]">
                  <span dir="auto">{prompt}</span>
                </Cell>
              </tr>
            ))}
          </Table>
        </div>
      )}
      {firstProblems.length === 0 ? null : (
        <Disclosure
          summary={`Rows that are left out: ${formatCount(problems)}${problems > firstProblems.length ? `, the first ${firstProblems.length} here` : ""}`}
          className="mt-2"
        >
          <ul className="grid gap-1 text-[0.8125rem] text-muted">
            {firstProblems.map(({ line, message }) => (
              <li key={`${line} ${message}`} className="[overflow-wrap:anywhere]">
                {message}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

const sizeOf = (bytes: number): string =>
  bytes < 1e5 ? `${formatCount(bytes)} bytes` : `${(bytes / 1e6).toFixed(1)} MB`;
