import { createCallQueue } from "./call-queue";
// Before the library, which this file alone imports outside tests.
import "./silence-onnxruntime";
import type { InferenceSession } from "onnxruntime-node";
import { oneLine, type Refuse } from "./refuse";

/** Calls that may wait; at 2 ms a call, the last of them waits half a second. */
const LONGEST_QUEUE = 256;

/** Rows of whole numbers, all of one length, one after another. */
export type IntegerMatrix = { readonly values: BigInt64Array; readonly rows: number; readonly columns: number };

export type Port = { readonly name: string; readonly type: string; readonly shape: readonly (number | string)[] };

/** An opened model; `run` takes an input by name and gives the flat values of one output. */
export type Session = {
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  run(inputs: Readonly<Record<string, IntegerMatrix>>, output: string): Promise<Float32Array>;
};

export type SessionPool = {
  /**
   * @param file an absolute path, or bytes with a name that tells them from all others.
   * @throws RoutingError by `refuse` unless it holds a model that can be run.
   */
  open(file: ModelFile, refuse: Refuse): Promise<Session>;
};

export type ModelFile = { readonly path: string } | { readonly name: string; readonly bytes: Uint8Array };

/**
 * All models of the process: each file is opened once, runs on one thread (a prompt is too small a task to share, and
 * threads that wait in a spin would take the cores from the server), and one after another. onnxruntime's calls from
 * Node hold the main thread while they run, so calls side by side would not be faster, only harder to bound.
 */
export function createSessionPool(): SessionPool {
  const sessions = new Map<string, Promise<Session>>();
  const queue = createCallQueue({ longest: LONGEST_QUEUE });

  const open = async (file: ModelFile, refuse: Refuse): Promise<Session> => {
    // Only now: a thread that opens no model is to be without the library.
    const { InferenceSession, Tensor } = await import("onnxruntime-node");
    const source = "path" in file ? file.path : file.bytes;
    const session = await createSession(InferenceSession, { source, refuse });
    return {
      inputs: ports(session.inputMetadata),
      outputs: ports(session.outputMetadata),
      run: (inputs, output) =>
        queue(async () => {
          const feeds = Object.entries(inputs).map(([name, { values, rows, columns }]) => [
            name,
            new Tensor("int64", values, [rows, columns]),
          ]);
          const results = await session
            .run(Object.fromEntries(feeds), [output], { logSeverityLevel: 4 })
            .catch((error: unknown) => {
              throw refuse(`cannot be run (${oneLine(error)})`);
            });
          const data = results[output]?.data;
          if (!(data instanceof Float32Array)) throw refuse(`gives no 32-bit floats as "${output}"`);
          return data;
        }),
    };
  };

  return {
    open(file, refuse) {
      const key = "path" in file ? file.path : file.name;
      const known = sessions.get(key);
      if (known !== undefined) return known;
      const opening = open(file, refuse).catch((error: unknown) => {
        // What failed is not kept: a mended file can be opened without a new start.
        sessions.delete(key);
        throw error;
      });
      sessions.set(key, opening);
      return opening;
    },
  };
}

const OPTIONS = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: "sequential",
  graphOptimizationLevel: "all",
  // What matters is thrown and told in one line; the library would write lines of its own besides.
  logSeverityLevel: 4,
} as const satisfies InferenceSession.SessionOptions;

async function createSession(
  { create }: Pick<typeof InferenceSession, "create">,
  { source, refuse }: { readonly source: string | Uint8Array; readonly refuse: Refuse },
): Promise<InferenceSession> {
  try {
    return typeof source === "string" ? await create(source, OPTIONS) : await create(source, OPTIONS);
  } catch (error) {
    throw refuse(
      /protobuf parsing failed|data pointer is null/i.test(oneLine(error))
        ? "is not a whole ONNX model (truncated, damaged or something else)"
        : `is no ONNX model that can be run (${oneLine(error)})`,
    );
  }
}

const ports = (metadata: readonly InferenceSession.ValueMetadata[]): Port[] =>
  metadata.map((port) =>
    port.isTensor
      ? { name: port.name, type: port.type, shape: port.shape }
      : { name: port.name, type: "no tensor", shape: [] },
  );
