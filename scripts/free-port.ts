import { once } from "node:events";
import { createServer } from "node:net";

/** @returns a TCP port that nothing listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") {
    throw new Error(`expected a TCP address, got ${address}`);
  }
  return address.port;
}
