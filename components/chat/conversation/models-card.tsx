"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Choice } from "@/lib/domain/decide";
import type { ConnectionReport } from "@/lib/schemas/web/connection-report";
import type { ChatData, ModelCard } from "./chat-data";
import { priceInWords } from "./price-in-words";

/** The two models: which, at which prices, and whether they answer. */
export function ModelsCard({ models }: Pick<ChatData, "models">) {
  return (
    <Card title="The two models">
      <div className="grid gap-3">
        {(["strong", "weak"] as const).map((side) => (
          <Model key={side} side={side} model={models[side]} />
        ))}
      </div>
      {models.strong.simulated ? (
        <p className="mt-2.5 text-xs text-muted">
          To get real answers, set <code className="font-mono">ROUTELLM_STRONG_MODEL</code> and{" "}
          <code className="font-mono">ROUTELLM_WEAK_MODEL</code> as <code className="font-mono">.env.example</code>{" "}
          explains, and start the server again. Keys stay on the server.
        </p>
      ) : null}
    </Card>
  );
}

const UNREACHABLE = { ok: false, sentence: "The server cannot be reached. Check the connection and try again." };

async function testConnection(model: Choice): Promise<ConnectionReport> {
  const [response, { connectionReportSchema }] = await Promise.all([
    fetch("/chat/connections", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ model }),
    }),
    import("@/lib/schemas/web/connection-report"),
  ]);
  const parsed = connectionReportSchema.safeParse(await response.json().catch(() => undefined));
  return parsed.data ?? { ok: false, sentence: `The server answered ${response.status}. Try again in a moment.` };
}

function Model({ side, model }: { readonly side: Choice; readonly model: ModelCard }) {
  const { id, simulated } = model;
  const [report, setReport] = useState<ConnectionReport | "testing">();
  const test = async () => {
    setReport("testing");
    setReport(await testConnection(side).catch(() => UNREACHABLE));
  };
  const isTesting = report === "testing";
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={side}>{side}</Badge>
        <span className="min-w-0 font-mono text-[0.8125rem] [overflow-wrap:anywhere]">{id}</span>
        <Badge tone={simulated ? "neutral" : "good"}>{simulated ? "simulated" : "configured"}</Badge>
      </div>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <span className="text-[0.8125rem] text-muted">{priceInWords(model)}</span>
        <Button aria-label={`Test connection to the ${side} model`} disabled={isTesting} onClick={() => void test()}>
          {isTesting ? "Testing…" : "Test connection"}
        </Button>
      </div>
      <p role="status" className="text-[0.8125rem] empty:hidden [overflow-wrap:anywhere]">
        {report === undefined || isTesting ? null : (
          <span className={report.ok ? "text-good" : "text-bad"}>{report.sentence}</span>
        )}
      </p>
    </div>
  );
}
