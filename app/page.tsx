import { Playground } from "@/components/playground/playground";
import { loadPlayground } from "@/lib/server/load-playground";
import { scorePrompt } from "./actions";

export default async function PlaygroundPage({ searchParams }: PageProps<"/">) {
  const data = await loadPlayground(await searchParams);
  return <Playground {...data} score={scorePrompt} />;
}
