export default function Page() {
  return <main>RouteLLM Explorer</main>;
}
