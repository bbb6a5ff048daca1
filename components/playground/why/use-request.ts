"use client";

import { useEffect, useState } from "react";
import type { z } from "zod";

/** What the server said, and of which prompt: while another is asked about, the former answer stays, outdated. */
export type RequestState<Answer> = {
  readonly prompt: string;
  readonly answer: Answer | null;
  /** One sentence that says why there is no answer. */
  readonly failure: string | null;
};

const PATIENCE_MS = 15_000;
/** Answers kept: panels of several routers ask the same, and opening one again costs nothing. */
const KEPT = 24;

const UNREACHABLE = "The server cannot be reached; close and open this to try again.";

class Refused extends Error {}

const answers = new Map<string, Promise<unknown>>();

async function post(path: string, body: object): Promise<unknown> {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const answer: unknown = await response.json();
  if (response.ok) return answer;
  const said = typeof answer === "object" && answer !== null && "message" in answer ? answer.message : undefined;
  throw new Refused(typeof said === "string" ? said : `The server answered ${response.status}.`);
}

/** Asks once for each path and body; a failure is not kept. */
function ask(path: string, body: object): Promise<unknown> {
  const key = `${path} ${JSON.stringify(body)}`;
  const known = answers.get(key);
  if (known !== undefined) return known;
  const asked = post(path, body).catch((error: unknown) => {
    answers.delete(key);
    throw error;
  });
  answers.set(key, asked);
  for (const oldest of answers.keys()) {
    if (answers.size <= KEPT) break;
    answers.delete(oldest);
  }
  return asked;
}

/**
 * The server's answer about a prompt.
 * @param request.body sent with it; null asks nothing.
 */
export function useRequest<Schema extends z.ZodType>(request: {
  readonly path: string;
  readonly prompt: string;
  readonly body: object | null;
  readonly schema: Schema;
}): RequestState<z.infer<Schema>> | null {
  const { path, prompt, schema } = request;
  const body = request.body === null ? null : JSON.stringify(request.body);
  const [asked, setAsked] = useState<RequestState<z.infer<Schema>> | null>(null);
  useEffect(() => {
    if (body === null) return;
    let current = true;
    const settle = (answer: z.infer<Schema> | null, failure: string | null) => {
      if (current) setAsked({ prompt, answer, failure });
    };
    ask(path, JSON.parse(body)).then(
      (answer) => {
        const parsed = schema.safeParse(answer);
        if (parsed.success) settle(parsed.data, null);
        else settle(null, "The server's answer could not be read.");
      },
      (error: unknown) => settle(null, error instanceof Refused ? error.message : UNREACHABLE),
    );
    return () => {
      current = false;
    };
  }, [path, prompt, body, schema]);
  return asked;
}
