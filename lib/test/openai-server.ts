import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

const requestSchema = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).default([]),
  /** Of /completions: the text to go on from. */
  prompt: z.string().default(""),
  /** Of /embeddings. */
  input: z.array(z.string()).default([]),
  max_tokens: z.number().optional(),
  response_format: z.object({ type: z.string() }).optional(),
});

const PATHS = ["/chat/completions", "/completions", "/embeddings"];

/** A call as the server saw it. */
export type SeenCall = {
  /** Below `/v1`. */
  readonly path: string;
  readonly model: string;
  readonly system: string;
  readonly prompt: string;
  /** Texts to embed. */
  readonly input: readonly string[];
  readonly maxTokens: number | undefined;
  /** `json_schema` where the model is held to a shape. */
  readonly format: string | undefined;
  readonly authorization: string | undefined;
  /** The whole answer left the server; an answer is paid for from then on. */
  delivered: boolean;
};

/**
 * What to do with a call: answer it, fail with a status, send the head and half of the body and then cut the line
 * (`reset`), cut it before anything is sent (`close`), or never answer (`hang`).
 */
export type ServerAnswer =
  | {
      readonly text: string;
      readonly usage?: readonly [input: number, output: number] | null;
      readonly finish?: string;
    }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | "reset"
  | "close"
  | "hang";

export type OpenAiServer = {
  /** Up to and with `/v1`. */
  readonly url: string;
  readonly calls: readonly SeenCall[];
  stop(): Promise<void>;
};

/**
 * A local server of OpenAI's protocol, on a free port; `text` answers chats, a body with status 200 anything.
 * @param answer is asked with each call and its number, from 1.
 */
export async function startOpenAiServer(
  answer: (call: SeenCall, number: number) => ServerAnswer | Promise<ServerAnswer>,
): Promise<OpenAiServer> {
  const calls: SeenCall[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = requestSchema.parse(await json(request));
    const content = (role: string) => body.messages.find((message) => message.role === role)?.content ?? "";
    const call: SeenCall = {
      model: body.model,
      system: content("system"),
      path: (request.url ?? "").replace(/^\/v1/, ""),
      prompt: content("user") || body.prompt,
      input: body.input,
      maxTokens: body.max_tokens,
      format: body.response_format?.type,
      authorization: request.headers.authorization,
      delivered: false,
    };
    calls.push(call);
    const reply = PATHS.includes(call.path) ? await answer(call, calls.length) : { status: 404 };
    response.on("finish", () => {
      call.delivered = typeof reply === "object" && "text" in reply;
    });
    await send(response, body.model, reply);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function send(response: ServerResponse, model: string, reply: ServerAnswer): Promise<void> {
  if (reply === "hang") return;
  if (reply === "close") return void response.destroy();
  if (typeof reply === "object" && "status" in reply) {
    response.writeHead(reply.status, { "content-type": "application/json", ...reply.headers });
    return void response.end(reply.body ?? JSON.stringify({ error: { message: `status ${reply.status}` } }));
  }
  const { text, usage = [10, 5], finish = "stop" } = reply === "reset" ? { text: "cut ".repeat(100) } : reply;
  const body = JSON.stringify({
    id: "answer",
    object: "chat.completion",
    created: 0,
    model,
    choices: [{ index: 0, message: { role: "assistant", content: text }, finish_reason: finish }],
    ...(usage && {
      usage: { prompt_tokens: usage[0], completion_tokens: usage[1], total_tokens: usage[0] + usage[1] },
    }),
  });
  response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) });
  if (reply !== "reset") return void response.end(body);
  response.write(body.slice(0, body.length / 2));
  await sleep(5);
  response.destroy();
}
