import type { PromptFormat, RowProblem } from "@/lib/schemas/files/prompt-upload";
import type { ScoringRunRequest } from "@/lib/schemas/files/scoring-run";
import type { ChunkQueue } from "./chunk-queue";
import type { RunStore } from "./run-store";
import type { AssembleTask } from "./thread-task";

/** A file that a user brought, as the store of uploads knows it. */
export type UploadedFile = {
  readonly name: string;
  readonly path: string;
  readonly format: PromptFormat;
  /** As it was inspected; null for text. */
  readonly column: string | null;
  /** Usable and unusable rows of that column. */
  readonly rows: number;
  readonly problems: number;
};

/** What scoring runs are made of; lib/scoring puts the real parts in, tests put in others. */
export type RunSettings = {
  readonly store: RunStore;
  readonly queue: ChunkQueue;
  readonly uploads: {
    /** @throws RoutingError if there is no such upload or column. */
    find(request: Pick<ScoringRunRequest, "upload" | "column">): Promise<UploadedFile>;
    forget(upload: string): Promise<void>;
  };
  readonly readRows: (options: {
    readonly path: string;
    /** What the user calls the file, for errors. */
    readonly name: string;
    readonly format: PromptFormat;
    readonly column: string | null;
    readonly onProblem: (problem: RowProblem) => void;
  }) => AsyncIterable<{ readonly line: number; readonly prompt: string }>;
  readonly assemble: (task: AssembleTask, signal: AbortSignal) => Promise<void>;
  /** Tells the routers of now from those of another training or configuration. */
  readonly version: () => Promise<string>;
  /** Milliseconds that never go back. */
  readonly now: () => number;
  readonly today: () => Date;
};
