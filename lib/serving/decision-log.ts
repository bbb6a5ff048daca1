import { pino } from "pino";
import { RoutingError } from "@/lib/domain/routing-error";
import { getFastDatabase } from "@/lib/runtime/database";
import { describeUnexpectedError } from "@/lib/runtime/describe-unexpected-error";
import { readDecisionsKept, readEndpointSettings } from "@/lib/runtime/env";
import { perProcess } from "@/lib/runtime/once-per-process";
import { createDecisionWriter, type DecisionWriter } from "@/lib/storage/decision-writer";

/** Where decisions are kept. */
export type DecisionLog = Omit<DecisionWriter, "close">;

/** The one of this process: records of all requests go to the disk together. */
export const decisionLog = perProcess("decisions", (): DecisionWriter => {
  const log = pino({ level: readEndpointSettings().logLevel, base: null });
  return createDecisionWriter({
    database: getFastDatabase,
    kept: readDecisionsKept(),
    onTrouble: (error) =>
      log.warn(
        error instanceof RoutingError ? { code: error.code, failure: error.message } : describeUnexpectedError(error),
        "decisions are not stored now",
      ),
    onLoss: (lost) => log.error({ lost }, "decisions are lost"),
  });
});
