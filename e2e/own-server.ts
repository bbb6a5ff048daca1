import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";

/** A server of one story's own: what it saves is nobody else's, and it can be killed. */
export type OwnServer = {
  readonly url: string;
  /** What it has written to its log, since it was first started. */
  log(): string;
  /** Ends it as a power cut does, and starts it again on the same port. */
  restart(): Promise<void>;
  /** Asks it to end. @returns its exit code, once it has. */
  terminate(): Promise<number | null>;
  stop(): Promise<void>;
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error(`expected a TCP address, got ${address}`);
  return address.port;
}

/**
 * Starts the production build.
 * @param state the folder that it writes to. @param settings more of its environment. @param folder where the build lies.
 * @param parameters more of its command line.
 */
export async function startOwnServer(
  state: string,
  settings: Readonly<Record<string, string>> = {},
  folder = ".",
  parameters: readonly string[] = [],
): Promise<OwnServer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const isUp = () =>
    fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  let log = "";
  const start = async () => {
    const child = spawn(process.execPath, ["serve.mjs", "-p", String(port), ...parameters], {
      cwd: folder,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ROUTELLM_STATE: state, ...settings },
      stdio: ["ignore", "ignore", "pipe"],
    });
    child.stderr.on("data", (data) => {
      log += data;
      process.stderr.write(data);
    });
    const ended = once(child, "close");
    while (!(await isUp())) {
      if (child.exitCode !== null) throw new Error(`The server ended with code ${child.exitCode}.`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return async (signal: "SIGKILL" | "SIGTERM"): Promise<number | null> => {
      child.kill(signal);
      await ended;
      return child.exitCode;
    };
  };
  let end = await start();
  return {
    url,
    log: () => log,
    restart: async () => {
      await end("SIGKILL");
      end = await start();
    },
    terminate: () => end("SIGTERM"),
    stop: async () => {
      await end("SIGKILL");
    },
  };
}
