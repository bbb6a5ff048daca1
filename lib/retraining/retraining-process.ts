import { constants, setPriority } from "node:os";
import { RoutingError } from "@/lib/domain/routing-error";
import { endWithParent } from "@/lib/runs/end-with-parent";
import { type RetrainingJob, retrainOnVotes } from "./retrain-on-votes";
import type { RetrainingMessage } from "./retraining-job";

const send = (message: RetrainingMessage): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(message, undefined, undefined, (error) => (error === null ? resolve() : reject(error)));
  });

function failureOf(error: unknown): RetrainingMessage {
  if (error instanceof RoutingError) {
    const { code, parameter, message } = error;
    return { kind: "failed", failure: { code, parameter, message } };
  }
  process.stderr.write(`A training on votes failed: ${error instanceof Error ? error.stack : String(error)}\n`);
  return { kind: "failed", failure: undefined };
}

async function train(job: RetrainingJob): Promise<void> {
  try {
    await retrainOnVotes(job, (step, share) => void send({ kind: "progress", step, share }));
    await send({ kind: "done" });
  } catch (error) {
    await send(failureOf(error));
  }
  process.disconnect();
}

endWithParent(Number(process.argv[2]));
// People wait for the server, nobody for this.
setPriority(constants.priority.PRIORITY_LOW);
process.once("message", (job: RetrainingJob) => void train(job));
process.once("disconnect", () => process.exit());
