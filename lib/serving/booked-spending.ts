import { pino } from "pino";
import { RoutingError } from "@/lib/domain/routing-error";
import { createSpendingLedger, type SpendingLedger, type SpendingStore } from "@/lib/gateway/spending-ledger";
import { getDatabase } from "@/lib/runtime/database";
import { describeUnexpectedError } from "@/lib/runtime/describe-unexpected-error";
import { readEndpointSettings } from "@/lib/runtime/env";
import { perProcess } from "@/lib/runtime/once-per-process";
import { recordSpending, setAsideSpending } from "@/lib/storage/key-spending";

/** In the application's database, which instances can share. */
const savedBook: SpendingStore = {
  setAside: async (key, month, amounts) => setAsideSpending(await getDatabase(), { key, month, ...amounts }),
  book: async (key, month, amounts) => recordSpending(await getDatabase(), { key, month, ...amounts }),
};

/** A database that is out of order is told of so often. */
const TELL_AGAIN_MS = 60_000;

/** The one of this process. */
export const spendingLedger = perProcess("spending", (): SpendingLedger => {
  const log = pino({ level: readEndpointSettings().logLevel, base: null });
  let toldAt = Number.NEGATIVE_INFINITY;
  return createSpendingLedger({
    book: savedBook,
    onTrouble(error) {
      if (performance.now() - toldAt < TELL_AGAIN_MS) return;
      toldAt = performance.now();
      log.error(
        error instanceof RoutingError ? { code: error.code, failure: error.message } : describeUnexpectedError(error),
        "spending is not booked now, and stays set aside",
      );
    },
  });
});
