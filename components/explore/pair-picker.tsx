"use client";

import { useAnalysis } from "@/components/explore/state/explorer-context";
import { useView } from "@/components/explore/state/view-provider";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { PAIR_TABLE_INFO } from "@/lib/domain/pair-table";
import { formatPercent } from "@/lib/view/shared/format";

/** The two models that are routed between, where the opened table has more than two. */
export function PairPicker() {
  const { benchmark, setPair } = useView();
  const { table, pair } = useAnalysis();
  if (pair === null) {
    if (benchmark !== "gsm8k") return null;
    return (
      <Button look="quiet" onClick={() => setPair(PAIR_TABLE_INFO.gsm8k.pair)}>
        Other models than {table.strongModel} and {table.weakModel}
      </Button>
    );
  }
  const options = pair.table.models.map(({ name, score }) => ({
    value: name,
    label: `${name}, ${formatPercent(score, 1)}`,
  }));
  const { strong, weak } = pair.pair;
  return (
    <>
      <SelectField
        label="Strong model"
        value={strong}
        options={options.filter(({ value }) => value !== weak)}
        onSelect={(name) => setPair({ strong: name, weak })}
      />
      <SelectField
        label="Weak model"
        value={weak}
        options={options.filter(({ value }) => value !== strong)}
        onSelect={(name) => setPair({ strong, weak: name })}
      />
      <Button look="quiet" onClick={() => setPair({ strong: weak, weak: strong })}>
        Swap
      </Button>
      {benchmark === "gsm8k" ? (
        <Button look="quiet" onClick={() => setPair(null)}>
          Back to the paper’s pair
        </Button>
      ) : null}
    </>
  );
}
