import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type CallFailure, toCallFailure } from "@/lib/gateway/call-failure";
import { callModel, type ModelCall, type ModelReply } from "@/lib/gateway/call-model";
import { callCost, type ModelPrice } from "@/lib/gateway/model-prices";
import { retryDelay } from "@/lib/gateway/retry-delay";
import { createSpendingLimit } from "@/lib/gateway/spending-limit";
import { maximumInputTokens } from "@/lib/gateway/token-estimate";
import { type JudgeJournalEntry, judgeJournalEntrySchema } from "@/lib/schemas/files/judge-journal-entry";
import { openJournal } from "@/lib/storage/append-journal";

const MAXIMUM_TRIES = 6;
/** An answer that did not arrive may have been charged: such a call is tried twice, not six times. */
const MAXIMUM_PAID_TRIES = 2;
/** A server that asks to wait longer is not waited for. */
const LONGEST_WAIT_MS = 300_000;

/** A call with its price. Calls that differ only in `round` are asked anew. */
export type PaidCall = ModelCall & { readonly price: ModelPrice; readonly round?: number };

type PaidReply = {
  readonly text: string;
  readonly truncated: boolean;
  /** It was asked now and not found in the journal. */
  readonly isFresh: boolean;
};

export type PaidTotals = {
  /** Dollars for answers received, of this run and those before it. */
  readonly spent: number;
  /** Dollars that calls may have cost at most whose answers never arrived. */
  readonly maybeSpent: number;
  /** Answers received in this run. */
  readonly answers: number;
};

export type PaidCalls = {
  /** The answer if the journal has it. */
  find(call: PaidCall): PaidReply | undefined;
  /**
   * The answer: from the journal, or else asked for, tried again as long as that makes sense, and journalled.
   * @throws CallFailedError, BudgetReachedError, StoppedError, or RoutingError if the journal cannot be written.
   */
  ask(call: PaidCall): Promise<PaidReply>;
  totals(): PaidTotals;
  close(): Promise<void>;
};

/** A call got no answer and is not worth another try now. */
export class CallFailedError extends Error {
  readonly failure: CallFailure;
  readonly model: string;

  constructor(failure: CallFailure, model: string) {
    super(`${model}: ${failure.reason}`);
    this.name = "CallFailedError";
    this.failure = failure;
    this.model = model;
  }
}

/** No further call is to be made. */
export class StoppedError extends Error {
  constructor() {
    super("stopped");
    this.name = "StoppedError";
  }
}

/**
 * Calls to models whose answers are never lost and never bought twice: before a call goes out the journal says so, and
 * an answer reaches the disk before anything is done with it. A process killed at any moment leaves at most the calls
 * that were under way to be asked again; what they may have cost counts towards the limit.
 *
 * @param limit dollars, counting everything in the journal; no call is made that might pass it.
 * @param stop once aborted, answers under way are still taken and no call is made.
 * @param wait sleeps, and rejects when `stop` is aborted; given by tests.
 */
export async function openPaidCalls(options: {
  readonly journalPath: string;
  readonly parameter: string;
  readonly limit: number;
  readonly timeoutMs: number;
  readonly redact: (text: string) => string;
  readonly stop: AbortSignal;
  readonly random: () => number;
  readonly call?: (call: ModelCall, timeoutMs: number) => Promise<ModelReply>;
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}): Promise<PaidCalls> {
  const { journalPath, parameter, limit, timeoutMs, redact, stop, random } = options;
  const { call: callOnce = callModel, wait = (ms, signal) => sleep(ms, undefined, { signal }) } = options;
  const answers = new Map<string, Omit<PaidReply, "isFresh">>();
  const open = new Map<string, number>();
  let spent = 0;
  let maybeSpent = 0;
  let received = 0;
  const visit = (entry: JudgeJournalEntry): void => {
    const most = open.get(entry.call) ?? 0;
    open.delete(entry.call);
    if (entry.kind === "asked") {
      // Asked before and cut off: that one may have been charged.
      maybeSpent += most;
      open.set(entry.call, entry.most);
    } else if (entry.kind === "answered") {
      spent += entry.cost;
      answers.set(entry.call, { text: entry.text, truncated: entry.truncated });
    } else if (entry.maybePaid) maybeSpent += most;
  };
  const journal = await openJournal({ path: journalPath, schema: judgeJournalEntrySchema, visit, parameter });
  for (const most of open.values()) maybeSpent += most;
  const budget = createSpendingLimit({ limit, spent: spent + maybeSpent });
  /** By model, when calls may go out again. */
  const closedUntil = new Map<string, number>();
  /** Models that refuse to be held to a shape and answer without. */
  const plainText = new Set<string>();

  const waitFor = async (milliseconds: number): Promise<void> => {
    // It rejects when stopped, which is what the next line asks.
    if (milliseconds > 0) await wait(milliseconds, stop).catch(() => undefined);
    if (stop.aborted) throw new StoppedError();
  };

  async function attempt(key: string, call: PaidCall, isPlain: boolean): Promise<PaidReply | CallFailure> {
    const { model, system = "", prompt, price, maxOutputTokens } = call;
    const mostTokens = { input: maximumInputTokens(system, prompt), output: maxOutputTokens };
    const most = callCost(price, mostTokens);
    const reservation = await budget.reserve(most);
    if (stop.aborted) {
      reservation.settle(0);
      throw new StoppedError();
    }
    let cost = most;
    try {
      await journal.append({ kind: "asked", call: key, model: model.id, most });
      const { schema: _, ...plain } = call;
      const reply = await callOnce(isPlain ? plain : call, timeoutMs).catch((error: unknown) =>
        toCallFailure(error, new Date(), redact),
      );
      if ("verdict" in reply) {
        const { reason, maybePaid } = reply;
        await journal.append({ kind: "failed", call: key, reason, maybePaid });
        if (maybePaid) maybeSpent += most;
        else cost = 0;
        return reply;
      }
      const inputTokens = reply.inputTokens ?? mostTokens.input;
      const outputTokens = reply.outputTokens ?? Math.min(maxOutputTokens, Buffer.byteLength(reply.text));
      cost = callCost(price, { input: inputTokens, output: outputTokens });
      const { text, truncated } = reply;
      await journal.append({ kind: "answered", call: key, text, truncated, inputTokens, outputTokens, cost });
      spent += cost;
      received++;
      answers.set(key, { text, truncated });
      return { text, truncated, isFresh: true };
    } finally {
      reservation.settle(cost);
    }
  }

  async function ask(call: PaidCall): Promise<PaidReply> {
    const key = callKey(call);
    const { id } = call.model;
    let paidTries = 0;
    let isPlain = call.schema === undefined || plainText.has(id);
    for (let tries = 1; ; ) {
      const known = answers.get(key);
      if (known !== undefined) return { ...known, isFresh: false };
      await waitFor((closedUntil.get(id) ?? 0) - Date.now());
      const outcome = await attempt(key, call, isPlain);
      if ("text" in outcome) {
        if (isPlain && call.schema !== undefined) plainText.add(id);
        return outcome;
      }
      if (outcome.verdict === "refused" && !isPlain) {
        isPlain = true;
        continue;
      }
      if (outcome.maybePaid) paidTries++;
      const delay = retryDelay({ attempt: tries, retryAfterMs: outcome.retryAfterMs, random });
      const isOver = tries >= MAXIMUM_TRIES || paidTries >= MAXIMUM_PAID_TRIES || delay > LONGEST_WAIT_MS;
      if (outcome.verdict !== "again" || isOver) throw new CallFailedError(outcome, id);
      // A server that says when it has room again says it to all callers.
      if (outcome.retryAfterMs !== undefined) closedUntil.set(id, Date.now() + outcome.retryAfterMs);
      tries++;
      await waitFor(delay);
    }
  }

  return {
    find: (call) => {
      const known = answers.get(callKey(call));
      return known && { ...known, isFresh: false };
    },
    ask,
    totals: () => ({ spent, maybeSpent, answers: received }),
    close: () => journal.close(),
  };
}

function callKey({ model, system, prompt, maxOutputTokens, round = 1 }: PaidCall): string {
  const identity = [model.id, system ?? null, prompt, maxOutputTokens, round];
  return createHash("sha256").update(JSON.stringify(identity)).digest("hex").slice(0, 32);
}
