import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One call as the provider sees it. */
export type ProviderCall = {
  /** From 1. */
  readonly number: number;
  readonly stream: boolean;
  readonly key: string | undefined;
  readonly body: string;
};

/** A local server of OpenAI's protocol that fails as it is told to. */
export type FaultyProvider = {
  /** Up to and with `/v1`. */
  readonly url: string;
  readonly calls: readonly ProviderCall[];
  /** Answers that are neither out nor given up. */
  readonly open: () => number;
  stop(): Promise<void>;
};

const chunk = (delta: object, finish: string | null = null): string =>
  `data: ${JSON.stringify({
    ...{ id: "x", object: "chat.completion.chunk", created: 0, model: "m" },
    choices: [{ index: 0, delta, finish_reason: finish }],
  })}\n\n`;

export const EVENTS = {
  word: chunk({ role: "assistant", content: "word " }),
  end: `${chunk({}, "stop")}data: [DONE]\n\n`,
};

/** The answer as it should be. */
export function answerWell(response: ServerResponse, { stream }: ProviderCall): void {
  if (stream) {
    response.writeHead(200, { "content-type": "text/event-stream" }).end(EVENTS.word + EVENTS.end);
    return;
  }
  const message = { role: "assistant", content: "word " };
  const usage = { prompt_tokens: 3, completion_tokens: 1, total_tokens: 4 };
  response.writeHead(200, { "content-type": "application/json" }).end(
    JSON.stringify({
      ...{ id: "x", object: "chat.completion", created: 0, model: "m", usage },
      choices: [{ index: 0, message, finish_reason: "stop" }],
    }),
  );
}

export function fail(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  const body = JSON.stringify({ error: { message: "Incorrect API key provided: sk-revoked-secret" } });
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
}

export async function startFaultyProvider(
  answer: (response: ServerResponse, call: ProviderCall) => void,
): Promise<FaultyProvider> {
  const calls: ProviderCall[] = [];
  let open = 0;
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    open += 1;
    response.once("close", () => {
      open -= 1;
    });
    let body = "";
    for await (const part of request) body += part;
    const key = request.headers.authorization?.replace("Bearer ", "");
    const call = { number: calls.length + 1, stream: body.includes('"stream":true'), key, body };
    calls.push(call);
    answer(response, call);
  }
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    ...{ calls, open: () => open },
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
