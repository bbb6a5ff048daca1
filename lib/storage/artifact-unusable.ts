import { isAbsolute, join, relative, sep } from "node:path";
import { RoutingError } from "@/lib/domain/routing-error";

/** Where the repository keeps the artifacts it ships; only these can be restored from git. */
const SHIPPED_DIRECTORY = join("public", "artifacts");

/**
 * The one sentence about an artifact that cannot be used: which file, what is wrong with it, what would mend it.
 * Always a single line, so that it can be all that a failed start prints.
 */
export function artifactUnusable({
  directory,
  path,
  problem,
}: {
  directory: string;
  path: string;
  problem: string;
}): RoutingError {
  const file = showPath(join(directory, path));
  const message = `${file} ${problem}: ${remedy(showPath(directory))}`.replace(/\s+/g, " ");
  return new RoutingError({ code: "artifact_unusable", parameter: file, message });
}

function remedy(directory: string): string {
  return directory === SHIPPED_DIRECTORY
    ? `restore it with \`git checkout -- ${directory}\` or make it anew with \`npm run routellm -- train\``
    : `make it anew with \`npm run routellm -- train --out ${directory}\``;
}

/** Relative to the working directory where the path lies inside it, as the user would type it; absolute elsewhere. */
export function showPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere === "" || fromHere === ".." || fromHere.startsWith(`..${sep}`) || isAbsolute(fromHere)
    ? path
    : fromHere;
}
