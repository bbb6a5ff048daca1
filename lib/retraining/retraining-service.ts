import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { RoutingError } from "@/lib/domain/routing-error";
import {
  activeArtifactsDirectory,
  readRouterChoice,
  routersDirectory,
  shippedBase,
  versionDirectory,
} from "@/lib/runtime/active-artifacts";
import { getDatabase, isDatabaseAbsent } from "@/lib/runtime/database";
import { readEnv } from "@/lib/runtime/env";
import { perProcess } from "@/lib/runtime/once-per-process";
import {
  discardCandidate,
  offerRouters,
  readCandidate,
  readServedRouters,
  sweepVersions,
} from "@/lib/runtime/router-versions";
import { LEAST_VOTES, type RetrainingStatus } from "@/lib/schemas/web/retraining-state";
import { connectedModels } from "@/lib/serving/connected-models";
import { type ConnectedModels, toUsableVote, type UsableVote, voteUse } from "@/lib/serving/usable-votes";
import { digest } from "@/lib/storage/check-artifacts";
import { acquireLock } from "@/lib/storage/lock-file";
import { countVotesByModels, readVotes } from "@/lib/storage/votes";
import { type RunningJob, startRetrainingJob } from "./retraining-job";
import { type RetrainingStep, retrainingDone } from "./retraining-steps";

type Running = {
  readonly startedAt: number;
  step: RetrainingStep;
  share: number;
  /** Undefined until the process is started. */
  job: RunningJob | undefined;
  cancelled: boolean;
  /** Resolves when nothing of it is under way any more. */
  ended: Promise<void>;
};

type State = { running: Running | undefined; failure: string | undefined };

/** Next gives each route a copy of this module, but the training of a process is one thing. */
const state = perProcess("retraining", (): State => ({ running: undefined, failure: undefined }));

const conflict = (message: string) => new RoutingError({ code: "conflict", parameter: "action", message });

/** How a training stands, and what it would have to learn from. */
export async function readRetraining(): Promise<RetrainingStatus> {
  const connected = await connectedModels();
  const [votes, served, training] = await Promise.all([countUses(connected), readServedRouters(), readTraining()]);
  return { votes: { ...votes, needed: LEAST_VOTES }, connected: connected !== undefined, served, training };
}

async function readTraining(): Promise<RetrainingStatus["training"]> {
  const { running, failure } = state();
  if (running !== undefined) {
    const { step, share, startedAt } = running;
    const done = Math.min(0.99, retrainingDone(step, share));
    const elapsed = (performance.now() - startedAt) / 1000;
    return { state: "running", done, stage: step, secondsLeft: done > 0 ? (elapsed * (1 - done)) / done : null };
  }
  if (failure !== undefined) return { state: "failed", message: failure };
  const candidate = await readCandidate();
  return candidate === undefined ? { state: "none" } : { state: "ready", ...candidate };
}

async function countUses(connected: ConnectedModels | undefined): Promise<Omit<RetrainingStatus["votes"], "needed">> {
  const counts = { usable: 0, simulated: 0, others: 0 };
  if (await isDatabaseAbsent()) return counts;
  for (const group of await countVotesByModels(await getDatabase())) counts[voteUse(group, connected)] += group.votes;
  return counts;
}

/** @returns the votes that may be learned from, the oldest first. */
async function usableVotes(connected: ConnectedModels | undefined): Promise<UsableVote[]> {
  const usable: UsableVote[] = [];
  if (connected === undefined || (await isDatabaseAbsent())) return usable;
  for await (const vote of readVotes(await getDatabase())) {
    const use = toUsableVote(vote, connected);
    if (use !== undefined) usable.push(use);
  }
  return usable;
}

/**
 * Begins to train on the votes that are there now; returns when it has begun.
 * @throws RoutingError `conflict` if one is under way, if there are too few votes, or none that are new.
 */
export async function startRetraining(): Promise<void> {
  const now = state();
  if (now.running !== undefined) throw conflict("A training is under way; wait for it, or cancel it first.");
  let settle = () => {};
  const running: Running = {
    ...{ startedAt: performance.now(), step: "reading the shipped battles", share: 0, job: undefined },
    ...{ cancelled: false, ended: new Promise<void>((resolve) => (settle = resolve)) },
  };
  // From here on nobody else begins one, however long the next steps take.
  now.running = running;
  now.failure = undefined;
  const end = () => {
    now.running = undefined;
    settle();
  };
  try {
    const { release, ...job } = await prepare();
    if (running.cancelled) {
      await release();
      return end();
    }
    try {
      running.job = startRetrainingJob(job, (step, share) => Object.assign(running, { step, share }));
    } catch (error) {
      await release();
      throw error;
    }
    void finish(running, running.job, job.version)
      .catch((error: unknown) => {
        if (running.cancelled) return;
        now.failure = failureSentence(error);
      })
      .then(release)
      .finally(end);
  } catch (error) {
    end();
    throw error;
  }
}

async function prepare() {
  const votes = await usableVotes(await connectedModels());
  if (votes.length < LEAST_VOTES) {
    throw conflict(
      `A training needs ${LEAST_VOTES} real votes on the two models that are connected, but there ${votes.length === 1 ? "is" : "are"} ${votes.length}.`,
    );
  }
  const learned = digest(Buffer.from(JSON.stringify([shippedBase(), votes])));
  const mark = learned.slice(0, 12);
  if (readRouterChoice()?.active?.endsWith(mark) === true) {
    throw conflict("The routers in use have learned from exactly these votes; there is nothing new to learn.");
  }
  await mkdir(routersDirectory(), { recursive: true, mode: 0o700 });
  const release = await acquireLock(join(routersDirectory(), "training.lock"), "action").catch((error: unknown) => {
    if (!(error instanceof RoutingError)) throw error;
    throw conflict("Another process of this server is training; wait for it to end.");
  });
  try {
    await discardCandidate();
    await sweepVersions();
    const date = new Date().toISOString().slice(0, 10);
    const version = `${date}-${mark}`;
    return {
      ...{ shipped: readEnv().artifactsDirectory, current: activeArtifactsDirectory(), version, votes, date, release },
      target: versionDirectory(version),
      // The same votes, the same routers; others have another seed, by which calibrations know whose they are.
      seed: Number.parseInt(learned.slice(0, 6), 16),
    };
  } catch (error) {
    await release();
    throw error;
  }
}

async function finish(running: Running, { finished }: RunningJob, version: string): Promise<void> {
  await finished;
  if (!running.cancelled) await offerRouters(version);
}

function failureSentence(error: unknown): string {
  if (error instanceof RoutingError && error.code === "incomplete") return error.message;
  process.stderr.write(`A training on votes failed: ${error instanceof Error ? error.message : String(error)}\n`);
  return "The training could not be done; the server’s log says why. The routers in use are as they were.";
}

/** Ends a training that is under way; or else forgets one that failed, or routers that wait for a decision. */
export async function cancelRetraining(): Promise<void> {
  const now = state();
  now.failure = undefined;
  if (now.running === undefined) return discardCandidate();
  now.running.cancelled = true;
  await now.running.job?.kill();
  await now.running.ended;
}
