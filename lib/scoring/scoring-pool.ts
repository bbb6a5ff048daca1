// Threads cannot do this for themselves.
import "@/lib/inference/silence-onnxruntime";
import { serverProgram } from "@/lib/runs/program";
import { createThreadPool, type ThreadPool } from "@/lib/runs/thread-pool";
import { isServerOfBuild } from "@/lib/runtime/read-environment";

/** Threads that score chunks and put results together. */
export const createScoringPool = (threads: number): ThreadPool =>
  createThreadPool({ program: serverProgram("scoring-thread", { isBuilt: isServerOfBuild() }), threads });
