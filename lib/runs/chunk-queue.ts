import type { RouterId } from "@/lib/domain/router-id";

/** Some consecutive prompts of a run, with all that a worker anywhere needs to score them. */
export type ChunkJob = {
  readonly run: string;
  /** Place in the run, from 0. */
  readonly chunk: number;
  readonly routers: readonly RouterId[];
  readonly prompts: readonly string[];
};

/** Where chunks are scored: on threads of this process, or by any number of processes on any machines. */
export type ChunkQueue = {
  /** Chunks of one run that are worth having under way at a time: enough to keep every worker busy, no more. */
  readonly width: number;
  /**
   * Has one chunk scored. Workers that die are replaced and the chunk is tried anew, a few times.
   * @param options.keep stores the answer (see encodeChunkScores) for good; until it has, the queue forgets nothing.
   * @throws the signal's reason as soon as it aborts, whatever becomes of the chunk; RoutingError if it cannot be scored.
   */
  score(options: {
    readonly job: ChunkJob;
    readonly signal: AbortSignal;
    readonly keep: (bytes: Uint8Array) => Promise<void>;
  }): Promise<void>;
  close(): Promise<void>;
};
