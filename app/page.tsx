import { WinRateBins } from "@/components/controls/win-rate-in-hundred";
import { Playground } from "@/components/playground/playground";
import { loadPlayground } from "@/lib/server/load-playground";
import { readWinRateBins } from "@/lib/server/win-rate-bins";

export default async function PlaygroundPage({ searchParams }: PageProps<"/">) {
  const [data, bins] = await Promise.all([loadPlayground(await searchParams), readWinRateBins()]);
  return (
    <WinRateBins bins={bins}>
      <Playground {...data} />
    </WinRateBins>
  );
}
