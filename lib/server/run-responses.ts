import "server-only";
import { RoutingError } from "@/lib/domain/routing-error";
import type { RunEngine } from "@/lib/runs/run-engine";
import { scoringRunRequestSchema } from "@/lib/schemas/scoring-run";
import { failedResponse } from "./failed-response";
import { getRunEngine } from "./scoring-runs";

const headers = { "Cache-Control": "no-store" };

/** Asks the engine, and turns what people are meant to read into the one shape of a refusal. */
async function answer(ask: (engine: RunEngine) => Promise<Response>): Promise<Response> {
  try {
    return await ask(await getRunEngine());
  } catch (error) {
    if (error instanceof RoutingError) return failedResponse(error.code, error.message);
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return Response.json({ message: "The server could not answer; its log says why." }, { status: 500, headers });
  }
}

/** 201 with the run that has begun. JSON only, so that no other site can have a visitor's browser start one. */
export function startRunResponse(request: Request): Promise<Response> {
  return answer(async (engine) => {
    if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
      const message = 'The request must be JSON: {"upload": "…", "column": …, "routers": […], "keepPrompts": false}.';
      return Response.json({ message }, { status: 415, headers });
    }
    const parsed = scoringRunRequestSchema.safeParse(await request.json().catch(() => undefined));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const message = `${issue?.path.join(".") || "The request"} is not as it should be: ${issue?.message ?? "unknown"}.`;
      return failedResponse("invalid_argument", message);
    }
    return Response.json(await engine.start(parsed.data), { status: 201, headers });
  });
}

export const listRunsResponse = (): Promise<Response> =>
  answer(async (engine) => Response.json(await engine.list(), { headers }));

export const runResponse = (id: string): Promise<Response> =>
  answer(async (engine) => Response.json(await engine.find(id), { headers }));

export const cancelRunResponse = (id: string): Promise<Response> =>
  answer(async (engine) => Response.json(await engine.cancel(id), { headers }));

/** 204 once nothing is known of the run any more. */
export const forgetRunResponse = (id: string): Promise<Response> =>
  answer(async (engine) => {
    await engine.forget(id);
    return new Response(null, { status: 204, headers });
  });

/** The result as it is stored, or 409 until there is one. */
export const runResultResponse = (id: string): Promise<Response> =>
  answer(async (engine) => {
    const result = await engine.result(id);
    return new Response(result, { headers: { ...headers, "Content-Type": "application/json" } });
  });
