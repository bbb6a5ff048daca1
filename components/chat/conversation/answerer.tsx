import { Badge } from "@/components/ui/badge";
import type { RoutingFacts } from "@/lib/schemas/web/routing-notes";

/** Who answered, and whether that is a language model at all. */
export function Answerer({ facts }: { readonly facts: RoutingFacts }) {
  const { answeredBy, model, simulated } = facts;
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
      <Badge tone={answeredBy}>{answeredBy}</Badge>
      <span className="font-mono text-[0.8125rem] [overflow-wrap:anywhere]">{model}</span>
      {simulated ? <Badge>simulated</Badge> : null}
    </span>
  );
}
