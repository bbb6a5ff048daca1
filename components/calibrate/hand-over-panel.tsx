"use client";

import { type FormEvent, useId, useState } from "react";
import { ask, sentenceOf } from "@/components/controls/ask-server";
import { shareableAddress } from "@/components/controls/money-address";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Tabs } from "@/components/ui/tabs";
import { createHandOver, type HandOver } from "@/lib/calibration/hand-over";
import { formatDollars } from "@/lib/domain/dollars";
import { savedCalibrationSchema } from "@/lib/schemas/web/saved-calibration";
import { callSnippets } from "@/lib/view/calibrate/hand-over-snippets";
import { formatCounted } from "@/lib/view/shared/format";
import { handOverPricesInWords } from "@/lib/view/shared/pair-prices";
import { useRun } from "./run-context";

const TABS = [
  { id: "curl", label: "curl" },
  { id: "typescript", label: "TypeScript" },
  { id: "python", label: "Python" },
] as const;

/** What engineers and the owner of the budget take away. */
export function HandOverPanel() {
  const { result, artifacts, router, sampleOf, step, strongShare, budget, prices, noPrices, pairPrices } = useRun();
  const [language, setLanguage] = useState<(typeof TABS)[number]["id"]>("curl");
  const [said, setSaid] = useState("");
  const sample = sampleOf(router);
  if (sample === undefined) return null;
  if (prices === null) {
    return (
      <Card title="Hand over">
        <Notice kind="empty">
          {noPrices} Type it in under “Prices and answer length” to hand this calibration over.
        </Notice>
      </Card>
    );
  }
  const make = (): HandOver =>
    createHandOver({
      router,
      calibrated: sample,
      step,
      strongShare,
      budget,
      sample: {
        name: result.name,
        fingerprint: result.fingerprint,
        calibratedOn: { kind: "own", name: result.name },
      },
      prices,
      artifacts,
      createdAt: new Date().toISOString(),
    });
  const handOver = make();
  const { model, calibratedOn } = handOver;
  const download = async (extension: "json" | "yaml") => {
    // The writer of YAML is fetched when it is first needed.
    const { handOverFileName, handOverJson, handOverYaml } = await import("@/lib/view/shared/hand-over-text");
    const text = extension === "json" ? handOverJson(handOver) : handOverYaml(handOver);
    saveText(handOverFileName(handOver, extension), text);
    setSaid(`${handOverFileName(handOver, extension)} saved.`);
  };
  const copy = async (text: string, what: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(`${what} copied.`);
    } catch {
      setSaid(`The browser does not let this page copy. ${what}: ${text}`);
    }
  };
  const snippet = callSnippets({
    model,
    calibratedOn,
    origin: typeof window === "undefined" ? "" : window.location.origin,
  })[language];
  return (
    <Card title="Hand over" aside={<code className="font-mono text-xs">{model}</code>}>
      <p className="pb-2 text-[0.8125rem] text-muted [overflow-wrap:anywhere] print:hidden">
        Calibrated on {calibratedOn}.
      </p>
      <PrintedFacts handOver={handOver} />
      <SaveForm key={`${router} ${result.run}`} thresholds={sample.table.thresholds} make={make} onSaid={setSaid} />
      <div className="mt-3 flex flex-wrap gap-1.5 print:hidden">
        <Button onClick={() => void copy(model, `Model name, calibrated on ${calibratedOn},`)}>Copy model name</Button>
        <Button onClick={() => void download("json")}>JSON</Button>
        <Button onClick={() => void download("yaml")}>YAML</Button>
        <Button onClick={() => void copy(shareableAddress(pairPrices), "Link")}>Copy link</Button>
        <Button onClick={() => window.print()}>Print report</Button>
      </div>
      <p role="status" className="min-h-5 pt-1 text-xs text-muted [overflow-wrap:anywhere] print:hidden">
        {said}
      </p>
      <div className="mt-1 print:hidden">
        <Tabs label="Call it from" tabs={TABS} selected={language} onSelect={setLanguage}>
          <pre className="mt-2 bg-surface-2 p-2 font-mono text-xs leading-5 break-words whitespace-pre-wrap">
            {snippet}
          </pre>
          <Button look="quiet" onClick={() => void copy(snippet, "Snippet")}>
            Copy snippet
          </Button>
        </Tabs>
      </div>
    </Card>
  );
}

/** On paper only: what whoever pays has to know, and what an engineer needs to find it all again. */
function PrintedFacts({ handOver }: { readonly handOver: HandOver }) {
  const { model, calibratedOn, target, sample, prices, artifacts, createdAt } = handOver;
  const [least, most] = prices.monthlyRange.map(formatDollars);
  const kept = target.keep === "upper" ? "in 39 of 40 months" : "on average";
  const facts = [
    ["Model name", model],
    ["Calibrated on", calibratedOn],
    ["Prices", handOverPricesInWords(prices)],
    ["Answer length", `${formatCounted(prices.answerTokens, "token")} (assumed)`],
    [
      "A month",
      `${formatCounted(prices.promptsPerMonth, "prompt")}, ${formatDollars(prices.expectedMonthly)} expected, ${least} to ${most} in 19 of 20 months`,
    ],
    ["Budget", target.monthlyBudget === null ? "none" : `${formatDollars(target.monthlyBudget)}, kept ${kept}`],
    ["Routers of", `${artifacts.date.slice(0, 10)}, seed ${artifacts.seed}`],
    ["Sample", `${sample.name}, sha256 ${sample.fingerprint}`],
    ["Report of", createdAt.slice(0, 10)],
  ] as const;
  return (
    <dl className="hidden grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm print:grid">
      {facts.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-muted">{label}</dt>
          <dd className="[overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type SaveFormProps = {
  readonly thresholds: readonly number[];
  readonly make: () => HandOver;
  readonly onSaid: (sentence: string) => void;
};

function SaveForm({ thresholds, make, onSaid }: SaveFormProps) {
  const id = useId();
  const [name, setName] = useState("");
  const save = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const body = { name, handOver: make(), thresholds };
      const saved = await ask("/calibrate/saved", { method: "POST", body, schema: savedCalibrationSchema });
      onSaid(`Saved as “${saved.name}”; it is in the list on the Calibrate page.`);
      setName("");
    } catch (error) {
      onSaid(sentenceOf(error));
    }
  };
  return (
    <form className="flex flex-wrap items-end gap-2 print:hidden" onSubmit={(event) => void save(event)}>
      <div className="min-w-40 flex-1">
        <label htmlFor={id} className="block text-[0.8125rem] text-muted">
          Save this calibration as
        </label>
        <input
          id={id}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.currentTarget.value)}
          placeholder="Support chat, November"
          className="h-8 w-full rounded-sm border border-line-strong bg-surface px-2 text-sm"
        />
      </div>
      <Button type="submit" look="solid" disabled={name.trim() === ""}>
        Save
      </Button>
    </form>
  );
}

function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file by the next turn of its loop.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
