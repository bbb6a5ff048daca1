import { readFileSync, statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type RouterChoice, routerChoiceSchema } from "@/lib/schemas/web/router-choice";
import { digest, MANIFEST_PATH } from "@/lib/storage/check-artifacts";
import { writeAtomically } from "@/lib/storage/write-atomically";
import { readEnv } from "./env";
import { perProcess } from "./once-per-process";

/** Absolute; what was learned from votes. */
export const routersDirectory = (): string => join(/* turbopackIgnore: true */ readEnv().stateDirectory, "routers");

export const versionDirectory = (version: string): string => join(routersDirectory(), version);

const choicePath = (): string => join(routersDirectory(), "choice.json");

type Known = { readonly path: string; readonly stamp: string | undefined; readonly choice: RouterChoice | undefined };

let known: Known | undefined;

/** Tells one file from another that took its place; undefined where there is none, nor a folder that could hold one. */
function stampOf(path: string): string | undefined {
  try {
    const stats = statSync(/* turbopackIgnore: true */ path, { throwIfNoEntry: false });
    return stats && `${stats.ino} ${stats.mtimeMs} ${stats.size}`;
  } catch {
    return undefined;
  }
}

/**
 * What was chosen for this state folder; undefined where nothing was, or where it was chosen for other shipped routers
 * than there are now. Asked anew at each call, since any process may choose, for the price of a `stat`: a choice is
 * written by a rename, so that each is another file.
 */
export function readRouterChoice(): RouterChoice | undefined {
  const path = choicePath();
  const stamp = stampOf(path);
  if (known?.path !== path || known.stamp !== stamp) {
    known = { path, stamp, choice: stamp === undefined ? undefined : parseChoice(path) };
  }
  return known.choice;
}

function parseChoice(path: string): RouterChoice | undefined {
  try {
    const choice = routerChoiceSchema.parse(JSON.parse(readFileSync(/* turbopackIgnore: true */ path, "utf8")));
    if (choice.base !== shippedBase()) return undefined;
    const ifThere = (version: string | null) => (version !== null && isVersionThere(version) ? version : null);
    return { ...choice, active: ifThere(choice.active), candidate: ifThere(choice.candidate) };
  } catch (error) {
    // Damaged by hand, or gone in this moment: the shipped routers are always there.
    process.stderr.write(`The choice of routers in ${path} cannot be read; the shipped ones serve. ${String(error)}\n`);
    return undefined;
  }
}

/** sha256 of the shipped manifest, which names every shipped file. */
export const shippedBase = (): string =>
  digest(readFileSync(join(/* turbopackIgnore: true */ readEnv().artifactsDirectory, MANIFEST_PATH)));

/**
 * Absolute; the artifacts that this process serves: the shipped ones, or those that were retrained on votes and chosen.
 * Whoever keeps what they read there asks through `oncePerArtifacts`.
 */
export function activeArtifactsDirectory(): string {
  const version = readRouterChoice()?.active ?? null;
  return version === null ? readEnv().artifactsDirectory : versionDirectory(version);
}

/** So long a look is good for: another process's choice is served this much later, and a thousand requests cost one look. */
const LOOK_MS = 100;

const lastLook = perProcess("artifacts-look", () => ({ until: Number.NEGATIVE_INFINITY, directory: "" }));

/** As {@link activeArtifactsDirectory}, for those who ask at each request; what this process chose is seen at once. */
export function recentArtifactsDirectory(): string {
  const look = lastLook();
  const now = performance.now();
  if (now >= look.until) Object.assign(look, { directory: activeArtifactsDirectory(), until: now + LOOK_MS });
  return look.directory;
}

/** Writes a choice, or leaves the old one: everything that asks from now on is served by it. */
export async function chooseRouters(choice: Pick<RouterChoice, "active" | "candidate">): Promise<void> {
  await mkdir(routersDirectory(), { recursive: true, mode: 0o700 });
  await writeAtomically(choicePath(), `${JSON.stringify({ ...choice, base: shippedBase() } satisfies RouterChoice)}\n`);
  lastLook().until = Number.NEGATIVE_INFINITY;
}

/** Somebody may have taken the folder away. */
const isVersionThere = (version: string): boolean =>
  statSync(/* turbopackIgnore: true */ join(versionDirectory(version), MANIFEST_PATH), { throwIfNoEntry: false }) !==
  undefined;
