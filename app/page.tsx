import { MeasuredWinRates } from "@/components/controls/measured-win-rates";
import { Playground } from "@/components/playground/playground";
import { loadPlayground } from "@/lib/pages/playground/load-playground";

export default async function PlaygroundPage({ searchParams }: PageProps<"/">) {
  const data = await loadPlayground(await searchParams);
  return (
    <MeasuredWinRates calibrations={data.calibrations}>
      <Playground {...data} />
    </MeasuredWinRates>
  );
}
