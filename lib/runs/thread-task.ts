import type { RouterId } from "@/lib/domain/router-id";
import type { ErrorCode } from "@/lib/domain/routing-error";
import type { ChunkJob } from "./chunk-queue";

/** Puts the chunks of a run together into its result; see assembleResult. */
export type AssembleTask = {
  readonly kind: "assemble";
  readonly run: string;
  readonly name: string;
  readonly routers: readonly RouterId[];
  readonly chunks: number;
  readonly fingerprint: string;
};

/** What a thread of the pool can do. */
export type ThreadTask = { readonly kind: "score"; readonly job: ChunkJob } | AssembleTask;

/** Errors that people read do not pass between threads as such, so they are part of the answer. */
export type ThreadAnswer =
  | { readonly bytes: Uint8Array }
  | { readonly failure: { readonly code: ErrorCode; readonly parameter: string; readonly message: string } };
