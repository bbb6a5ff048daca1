"use client";

import { useAnalysis, useExplorer } from "@/components/explore/state/explorer-context";
import { ROUTER_IDS, ROUTER_INFO } from "@/lib/domain/router-id";
import type { PairContext } from "@/lib/view/explore/pair-context";
import { gapFinding, heldOutFinding, KNOWLEDGE_WORDS, knowledgeFinding } from "@/lib/view/explore/pair-words";

const LEARNED = ROUTER_IDS.filter((id) => !ROUTER_INFO[id].baseline);

/** What a reader must know of a pair before trusting its curve: who knows it, and what the figures rest on. */
export function PairNote({ pair }: { readonly pair: PairContext }) {
  const { table, strong, weak } = useAnalysis();
  const { weights } = useExplorer().data;
  const warning = gapFinding(strong - weak, pair.gapError);
  return (
    <aside aria-label="About this pair" className="mt-3 border-l-3 border-line-strong pl-3 text-sm text-muted">
      {warning === null ? null : <p className="max-w-[90ch] font-semibold text-bad">{warning}</p>}
      <p className="max-w-[90ch]">
        <strong className="font-semibold text-text">Does the pair matter?</strong>{" "}
        {knowledgeFinding(pair.knowledge, LEARNED)}
      </p>
      <dl className="mt-1 grid gap-x-4 sm:grid-cols-2">
        {LEARNED.map((router) => (
          <div key={router}>
            <dt className="inline font-semibold text-text">
              {ROUTER_INFO[router].label} {KNOWLEDGE_WORDS[pair.knowledge[router]].label}.
            </dt>{" "}
            <dd className="inline">{KNOWLEDGE_WORDS[pair.knowledge[router]].sentence}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-1 max-w-[90ch]">
        {heldOutFinding(pair, table.questions)} Outcomes: {pair.table.source}.
      </p>
      {weights === pair.table.weights ? null : (
        <p role="status" className="mt-1 max-w-[90ch] font-semibold text-bad">
          These win rates were scored by other weights than this server’s: run <code>npm run routellm -- pairs</code> to
          measure them anew.
        </p>
      )}
    </aside>
  );
}
