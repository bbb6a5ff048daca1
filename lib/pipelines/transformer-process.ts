import { createHash } from "node:crypto";
import { serialize } from "node:v8";
import { endWithParent } from "@/lib/runs/end-with-parent";
import { forgetTrainingState, readTrainingState, writeTrainingState } from "@/lib/storage/training-state";
import { fitTransformer, type TransformerState } from "@/lib/training/transformer/fit-transformer";
import type { TransformerJob, TransformerJobMessage } from "./transformer-job";

/** Steps between two messages: a message a step would cost more than it tells. */
const STEPS_PER_MESSAGE = 10;

const send = (message: TransformerJobMessage): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(message, undefined, undefined, (error) => (error === null ? resolve() : reject(error)));
  });

async function train({ statePath, ...job }: TransformerJob): Promise<void> {
  const fingerprint = createHash("sha256").update(serialize(job)).digest("hex");
  // The fingerprint says that this very program wrote the value.
  const resume = (await readTrainingState(statePath, fingerprint)) as TransformerState | undefined;
  const weights = await fitTransformer({
    ...job,
    resume,
    report: (progress) => {
      const isNews = progress.heldLoss !== undefined || progress.step % STEPS_PER_MESSAGE === 0;
      if (isNews) void send({ kind: "progress", progress });
    },
    keep: (value) => writeTrainingState(statePath, { fingerprint, value }),
  });
  await send({ kind: "done", weights });
  await forgetTrainingState(statePath);
  process.disconnect();
}

endWithParent(Number(process.argv[2]));
process.once("message", (job: TransformerJob) => void train(job));
process.once("disconnect", () => process.exit());
