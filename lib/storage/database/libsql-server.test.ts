import { generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { deleteCalibration } from "@/lib/storage/deleted-calibrations";
import { changeCalibration, keepCalibration, listCalibrations, listDefaults } from "@/lib/storage/saved-calibrations";
import { freePort, hasLibsqlServer, type LibsqlServer, startLibsqlServer } from "@/lib/test/libsql-server";
import { sampleHandOver, sampleThresholds } from "@/lib/test/sample-hand-over";
import { type Database, openDatabase } from "./open-database";

const folder = mkdtempSync(join(tmpdir(), "libsql-"));
const servers: LibsqlServer[] = [];
const opened: Database[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) database.close();
  for (const server of servers.splice(0)) await server.kill();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function start(options: Parameters<typeof startLibsqlServer>[0]): Promise<LibsqlServer> {
  const server = await startLibsqlServer(options);
  servers.push(server);
  return server;
}

async function open(url: string, authToken?: string): Promise<Database> {
  const database = await openDatabase({ kind: "server", url, authToken }, "drizzle");
  opened.push(database);
  return database;
}

const calibration = (id: string) => ({
  ...{ id, name: `named ${id}`, savedAt: "2026-11-23T00:00:00.000Z", handOver: sampleHandOver(), standIn: null },
  thresholds: sampleThresholds(),
});

it("a server that is not there is named, without its token", async () => {
  const port = await freePort();
  const opening = openDatabase({ kind: "server", url: `http://127.0.0.1:${port}`, authToken: "secret" }, "drizzle");
  await expect(opening).rejects.toMatchObject({
    code: "storage_unusable",
    parameter: "DATABASE_URL",
    message: `The database 127.0.0.1:${port} could not be used (ECONNREFUSED); DATABASE_URL must name a libSQL server that answers and takes DATABASE_AUTH_TOKEN, or without it ROUTELLM_STATE a folder that can be written and is not full.`,
  });
});

// Where npm has no server for this system, the file's tests stand alone: no imitation of the protocol takes its place.
describe.skipIf(!hasLibsqlServer)("a libSQL server (sqld)", () => {
  it("does everything that a file does", async () => {
    const { url } = await start({ folder: join(folder, "all"), port: await freePort() });
    const database = await open(url);
    await keepCalibration(database, calibration("one"));
    await keepCalibration(database, calibration("two"));
    await changeCalibration(database, { id: "one", name: undefined, isDefault: true });
    await changeCalibration(database, { id: "two", name: undefined, isDefault: true });
    expect((await listCalibrations(database)).map(({ id, isDefault }) => [id, isDefault])).toEqual([
      ["two", true],
      ["one", false],
    ]);
    expect(await listDefaults(database)).toMatchObject([{ id: "two", thresholds: sampleThresholds() }]);
    await expect(changeCalibration(database, { id: "one", name: "NAMED TWO", isDefault: true })).rejects.toMatchObject({
      code: "conflict",
      parameter: "name",
    });
    expect(await listDefaults(database)).toMatchObject([{ id: "two" }]);
    await deleteCalibration(database, "two");
    await expect(deleteCalibration(database, "two")).rejects.toMatchObject({ code: "not_found" });
    expect(await listDefaults(database)).toEqual([]);
  });

  it("is migrated once by two programs that come together, and written to by both", async () => {
    const { url } = await start({ folder: join(folder, "two"), port: await freePort() });
    const [first, second] = await Promise.all([open(url), open(url)]);
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        keepCalibration(index % 2 === 0 ? first : second, calibration(`${index}`)),
      ),
    );
    expect(await listCalibrations(first)).toHaveLength(20);
    expect(await listCalibrations(second)).toEqual(await listCalibrations(first));
  });

  it("that is killed and started again has everything, and the open client goes on", async () => {
    const place = { folder: join(folder, "killed"), port: await freePort() };
    const server = await start(place);
    const database = await open(server.url);
    await keepCalibration(database, calibration("one"));
    await server.kill();
    await expect(keepCalibration(database, calibration("two"))).rejects.toMatchObject({ code: "storage_unusable" });
    await start(place);
    await keepCalibration(database, calibration("three"));
    expect((await listCalibrations(database)).map(({ id }) => id)).toEqual(["three", "one"]);
  });

  it("is given the token, and says so where it is not the right one", async () => {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    const jwtKey = publicKey.export({ format: "jwk" }).x ?? "";
    const { url } = await start({ folder: join(folder, "token"), port: await freePort(), jwtKey });
    const unsigned = ['{"alg":"EdDSA","typ":"JWT"}', '{"a":"rw"}'].map((part) =>
      Buffer.from(part).toString("base64url"),
    );
    const signature = sign(null, Buffer.from(unsigned.join(".")), privateKey).toString("base64url");
    const database = await open(url, [...unsigned, signature].join("."));
    await keepCalibration(database, calibration("one"));
    for (const token of [undefined, [...unsigned, "A".repeat(86)].join(".")]) {
      const opening = openDatabase({ kind: "server", url, authToken: token }, "drizzle");
      await expect(opening).rejects.toMatchObject({
        code: "storage_unusable",
        message: expect.stringContaining("takes DATABASE_AUTH_TOKEN"),
      });
    }
  });
});
