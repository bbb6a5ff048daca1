import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { BENCHMARK_INFO } from "@/lib/domain/benchmark";
import type { DataReport } from "@/lib/schemas/artifacts/data-report-artifact";
import { similarityFinding } from "@/lib/view/about/data-findings";
import { formatPercent } from "@/lib/view/shared/format";
import { PUBLISHED_SIMILARITY } from "@/lib/view/shared/published-similarity";

/** Sources that hold the nearest prompt of fewer of a benchmark's questions are not named. */
const MINIMUM_SHARE = 0.05;

const decimals = (similarity: number): string => similarity.toFixed(3);

/** How close the training data is to each benchmark, in the paper's measure, beside the paper's own figures. */
export function SimilarityPanel({ similarity }: { readonly similarity: DataReport["similarity"] }) {
  return (
    <Card level={3} title="How similar the benchmarks are to the training data">
      <p className="mb-3 max-w-[80ch] text-sm leading-6">
        A router generalises where its training data is close to what it is asked. The paper measures that as the mean,
        over a benchmark’s questions, of the largest cosine with any training prompt, and finds that adding labelled
        data near a benchmark raises it. {similarityFinding(similarity.benchmarks)}
      </p>
      <p className="mb-1 max-w-[110ch] text-[0.8125rem] text-muted">
        Ours on {similarity.representation}; the paper’s on OpenAI’s text embeddings, whose cosines lie higher: compare
        the order and the steps, never the level. Of a benchmark with more than 1,500 questions an even sample is
        compared.
      </p>
      <div className="[&_table]:min-w-[38rem]">
        <Table
          caption="Similarity of each benchmark to the training data, here and in the paper"
          captionHidden
          head={
            <>
              <tr>
                <td />
                <th scope="colgroup" colSpan={3} className="border-b border-line px-2 py-1 text-center font-medium">
                  here
                </th>
                <th scope="colgroup" colSpan={2} className="border-b border-line py-1 pl-6 text-center font-medium">
                  paper
                </th>
              </tr>
              <tr>
                <ColumnHead>Benchmark</ColumnHead>
                <ColumnHead numeric>votes alone</ColumnHead>
                <ColumnHead numeric>+ outcome tables</ColumnHead>
                <ColumnHead numeric>+ MMLU sample</ColumnHead>
                <ColumnHead numeric>Arena votes</ColumnHead>
                <ColumnHead numeric>augmented</ColumnHead>
              </tr>
            </>
          }
        >
          {similarity.benchmarks.map(({ benchmark, battles, withTables, withBenchmarkRows }) => {
            const { arena, augmented, augmentation } = PUBLISHED_SIMILARITY[benchmark];
            return (
              <tr key={benchmark}>
                <RowHead>{BENCHMARK_INFO[benchmark].label}</RowHead>
                <Cell numeric>{decimals(battles)}</Cell>
                <Cell numeric>{decimals(withTables)}</Cell>
                <Cell numeric className="font-semibold">
                  {decimals(withBenchmarkRows)}
                </Cell>
                <Cell numeric className="text-muted">
                  {decimals(arena)}
                </Cell>
                <Cell numeric className="text-muted">
                  {decimals(augmented)} ({augmentation})
                </Cell>
              </tr>
            );
          })}
        </Table>
      </div>
      <Disclosure summary="Which data is nearest to which benchmark" className="mt-2">
        {similarity.benchmarks.map(({ benchmark, nearest }) => (
          <p key={benchmark} className="max-w-[80ch] text-sm leading-6">
            <span className="font-semibold">{BENCHMARK_INFO[benchmark].label}:</span>{" "}
            {nearest
              .filter(({ share }) => share >= MINIMUM_SHARE)
              .map(({ source, share }) => `${source} ${formatPercent(share)}`)
              .join(", ")}
            .
          </p>
        ))}
      </Disclosure>
    </Card>
  );
}
