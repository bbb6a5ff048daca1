"use client";

import { useEffect, useReducer, useRef } from "react";
import { findPromptProblem } from "@/lib/domain/prompt";
import { type PromptScores, type ScoreAnswer, withRemoteScore } from "@/lib/view/shared/prompt-scores";
import { fetchScores } from "./fetch-scores";
import { phaseOf, scoringReducer } from "./scoring-state";

/** Pause in typing after which the text is scored. */
const PAUSE_MS = 150;

/** While somebody types on without a pause, the text is scored this often nevertheless. */
const LONGEST_WAIT_MS = 450;

/** A text that stands this long is worth a call to another machine, which costs somebody money or time. */
const REMOTE_PAUSE_MS = 400;

/** After this long without an answer, people get to know. */
const PATIENCE_MS = 15_000;

const UNREACHABLE = "The server cannot be reached; your prompt is kept.";
const SLOW = "The server has not answered for 15 seconds; your prompt is kept.";

const failure = (message: string): ScoreAnswer => ({ error: { message } });

/** The answer, or why there is none: it rejects when the network or the server is gone. */
async function answerInTime(answer: Promise<ScoreAnswer>): Promise<ScoreAnswer> {
  let patience: ReturnType<typeof setTimeout> | undefined;
  const slow = new Promise<ScoreAnswer>((resolve) => {
    patience = setTimeout(() => resolve(failure(SLOW)), PATIENCE_MS);
  });
  try {
    return await Promise.race([answer, slow]);
  } catch {
    // What broke is in the browser's console; people need to know only that nothing of theirs is lost.
    return failure(UNREACHABLE);
  } finally {
    clearTimeout(patience);
  }
}

type ScoringOptions = {
  readonly initialText: string;
  /** Scores that the page came with, and of what. */
  readonly initialAnswer: { readonly prompt: string; readonly scores: PromptScores } | null;
  /** Called with every text that settled. */
  readonly onScored: (tried: { readonly prompt: string; readonly scores: PromptScores }) => void;
};

/**
 * Scores the text of the box while it is typed. One request is under way at a time, and after it only the newest text is sent, however many were typed meanwhile.
 */
export function useScoring({ initialText, initialAnswer, onScored }: ScoringOptions) {
  const [state, dispatch] = useReducer(scoringReducer, {
    text: initialText,
    answered: initialAnswer && { ...initialAnswer, unavailable: [] },
    failure: null,
  });
  const text = useRef(initialText);
  /** The text whose scores are on the screen, if they are to stay there. */
  const scored = useRef(initialAnswer?.prompt);
  const underway = useRef(false);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waitingSince = useRef<number>(undefined);

  const remotePause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const remoteCalls = useRef(new AbortController());

  /** Asks the routers on other machines, all at once and apart from everything else: no row waits for them. */
  const askRemote = (prompt: string, answered: PromptScores): void => {
    let scores = answered;
    const calls = new AbortController();
    remoteCalls.current = calls;
    const askOne = async (routerId: PromptScores["remote"][number]): Promise<void> => {
      const score = await import("./fetch-remote-score").then(
        ({ fetchRemoteScore }) => fetchRemoteScore({ routerId, prompt, signal: calls.signal }),
        () => ({ routerId, unavailable: "The server cannot be reached." }),
      );
      if (calls.signal.aborted) return;
      scores = withRemoteScore(scores, score);
      dispatch({ type: "arrived", prompt, score });
      if (!("unavailable" in score)) onScored({ prompt, scores });
    };
    remotePause.current = setTimeout(() => {
      for (const routerId of answered.remote) void askOne(routerId);
    }, REMOTE_PAUSE_MS);
  };
  const dropRemote = (): void => {
    clearTimeout(remotePause.current);
    remoteCalls.current.abort();
  };

  const ask = async (prompt: string): Promise<void> => {
    const answer = await answerInTime(fetchScores({ prompt }));
    if ("error" in answer) {
      scored.current = undefined;
      dispatch({ type: "failed", prompt, message: answer.error.message });
    } else if (prompt === text.current) {
      scored.current = prompt;
      dispatch({ type: "answered", prompt, scores: answer });
      onScored({ prompt, scores: answer });
      askRemote(prompt, answer);
    }
  };

  const send = async (): Promise<void> => {
    clearTimeout(pause.current);
    waitingSince.current = undefined;
    if (underway.current) return;
    underway.current = true;
    let asked: string | undefined;
    while (text.current !== asked && text.current !== scored.current && findPromptProblem(text.current) === undefined) {
      asked = text.current;
      await ask(asked);
    }
    underway.current = false;
  };

  const change = (changed: string): void => {
    if (changed !== text.current) dropRemote();
    text.current = changed;
    if (findPromptProblem(changed) !== undefined) scored.current = undefined;
    dispatch({ type: "edited", text: changed });
  };

  const edit = (edited: string): void => {
    change(edited);
    clearTimeout(pause.current);
    waitingSince.current ??= performance.now();
    const left = waitingSince.current + LONGEST_WAIT_MS - performance.now();
    pause.current = setTimeout(send, Math.max(0, Math.min(PAUSE_MS, left)));
  };

  const pick = (picked: string): void => {
    change(picked);
    void send();
  };

  const retry = (): void => {
    dispatch({ type: "retried" });
    void send();
  };

  // Other scores than the address asks for: the browser's back button brought back an older state of the page.
  const startUnscored = useRef(initialAnswer?.prompt !== initialText);
  const sendAtStart = useRef(send);
  const goOnAtStart = useRef(() => {
    if (initialAnswer === null) return;
    onScored(initialAnswer);
    askRemote(initialAnswer.prompt, initialAnswer.scores);
  });
  const dropAtEnd = useRef(dropRemote);
  useEffect(() => {
    if (startUnscored.current) void sendAtStart.current();
    else goOnAtStart.current();
    return () => {
      clearTimeout(pause.current);
      dropAtEnd.current();
    };
  }, []);

  return { ...state, phase: phaseOf(state), edit, pick, retry };
}
