import "server-only";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { inspectPrompts } from "@/lib/datasets/inspect-prompts";
import type { BroughtFile } from "@/lib/runs/run-settings";
import type { ScoringRunRequest } from "@/lib/schemas/scoring-run";
import { readEnv } from "./env";

export async function findBroughtFile({
  upload,
  column,
}: Pick<ScoringRunRequest, "upload" | "column">): Promise<BroughtFile> {
  const path = join(readEnv().stateDirectory, "uploads", upload, "prompts");
  const { rows, problems, format } = await inspectPrompts({ path, name: "prompts.txt", column });
  return { name: "prompts.txt", path, format, rows, problems };
}

export const forgetBroughtFile = (upload: string): Promise<void> =>
  rm(join(readEnv().stateDirectory, "uploads", upload), { recursive: true, force: true });
