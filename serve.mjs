// @ts-check
/**
 * The server: one port, one process, `next start` with a faster way to the endpoint. It runs where the build lies, in the
 * repository as in `.next/standalone`, on plain node: everything of ours is in the build, and instrumentation.ts hands
 * over what is needed here (lib/start/listener.ts).
 *
 * node serve.mjs [-p PORT] [-H HOST]; PORT without -p, else 3000; HOST is this machine alone, or 0.0.0.0.
 */
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import next from "next";

/** What listening fails with on an address that the machine does not have. */
const ABSENT = ["EADDRNOTAVAIL", "EAFNOSUPPORT"];

/** @param {string} sentence @param {number} [code] @returns {never} */
function give(sentence, code = 1) {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

/** @returns {{ port: number, hostname: string | undefined }} */
function readArguments() {
  try {
    const { values } = parseArgs({
      options: { port: { type: "string", short: "p" }, hostname: { type: "string", short: "H" } },
    });
    const given = values.port ?? (process.env.PORT || "3000");
    const port = Number(given);
    if (Number.isInteger(port) && port >= 0 && port <= 65_535) return { port, hostname: values.hostname };
    throw new RangeError(`-p or PORT must be a port from 0 to 65535, but it was ${given}.`);
  } catch (error) {
    return give(error instanceof Error ? error.message : String(error), 2);
  }
}

/** The settings of the build, as Next's own standalone server takes them: at run time no next.config.ts may be there. */
function readBuild() {
  const file = ".next/required-server-files.json";
  if (!existsSync(file)) give("There is no build here: run `npm run build` first.");
  return JSON.stringify(JSON.parse(readFileSync(file, "utf8")).config);
}

/** @param {{ port: number, hostname: string | undefined }} place */
async function serve({ port, hostname }) {
  const app = next({
    ...{ dir: process.cwd(), dev: false, port, ...(hostname !== undefined && { hostname }) },
    // Next would listen for upgrades on the first server that it sees, and fail them: there are no web sockets here, and
    // a client that merely offers HTTP/2 is to be answered in HTTP/1.1.
    httpServer: createServer(),
  });
  /** @type {typeof globalThis & { [key: symbol]: ((listener: import("./lib/start/listener").Listener) => void) | undefined }} */
  const shared = globalThis;
  // Next does not wait for instrumentation.ts, which is where the routers are loaded and the listener comes from.
  const [listener] = await Promise.all([
    new Promise((resolve) => {
      shared[Symbol.for("routellm.listener")] = resolve;
    }),
    app.prepare(),
  ]);
  const handle = app.getRequestHandler();

  /** @type {import("node:http").Server[]} */
  const servers = [];
  let listening = port;
  const addresses = await listener.plan(hostname).catch((/** @type {Error} */ error) => give(error.message, 2));
  for (const address of addresses) {
    const server = createServer(listener.serverOptions, (incoming, outgoing) =>
      listener.answer(incoming, outgoing, (/** @type {import("node:http").ServerResponse} */ to) =>
        handle(incoming, to),
      ),
    );
    server.on("clientError", listener.refuseUnreadable);
    server.listen(listening, address);
    const failed = await once(server, "listening").then(
      () => undefined,
      (error) => error,
    );
    // A machine may have but one of IPv4 and IPv6.
    if (servers.length > 0 && ABSENT.includes(failed?.code)) continue;
    if (failed !== undefined) throw failed;
    servers.push(server);
    const place = server.address();
    if (typeof place === "object" && place !== null) listening = place.port;
  }
  process.stdout.write(`Ready on http://${hostname ?? "localhost"}:${listening}\n`);

  let stopping = false;
  for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT"])) {
    process.on(signal, async () => {
      // Shells and npm send it to the whole group, so it comes more than once.
      if (stopping) return;
      stopping = true;
      await listener.drain(servers);
      await app.close();
      process.exit(0);
    });
  }
}

process.chdir(import.meta.dirname);
const place = readArguments();
Object.assign(process.env, { NODE_ENV: "production", __NEXT_PRIVATE_STANDALONE_CONFIG: readBuild() });
// Not left to the process: Next keeps it alive whatever is thrown, here without a server.
serve(place).catch((error) => give(error.code === "EADDRINUSE" ? `Port ${place.port} is in use.` : error.stack));
