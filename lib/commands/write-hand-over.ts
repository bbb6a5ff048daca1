import type { HandOver } from "@/lib/calibration/hand-over";
import { RoutingError } from "@/lib/domain/routing-error";
import { writeLines } from "@/lib/storage/write-lines";
import { handOverJson, handOverYaml } from "@/lib/view/shared/hand-over-text";

const WRITERS: Readonly<Record<string, (handOver: HandOver) => string>> = {
  ".json": handOverJson,
  ".yaml": handOverYaml,
};

/** @throws RoutingError unless the path ends in .json or .yaml; worth asking before an hour of scoring. */
export function handOverWriter(path: string): (handOver: HandOver) => Promise<void> {
  const write = Object.entries(WRITERS).find(([extension]) => path.toLowerCase().endsWith(extension))?.[1];
  if (write === undefined) {
    const message = `must be a file that ends in .json or .yaml, but it was "${path}".`;
    throw new RoutingError({ code: "invalid_argument", parameter: "--out", message });
  }
  return (handOver) => writeLines({ path, lines: write(handOver).trimEnd().split("\n"), parameter: "--out" });
}
