import { LibsqlError } from "@libsql/client";
import { RoutingError } from "@/lib/domain/routing-error";

/** @returns every error in the chain of causes, the outermost first. */
function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  for (let next = error; next instanceof Error && !causes.includes(next); next = next.cause) causes.push(next);
  return causes;
}

/** The statement broke the uniqueness of `column` (`table.column`). */
export const breaksUniqueness = (error: unknown, column: string): boolean =>
  causesOf(error).some(
    ({ message }) => message.includes("UNIQUE constraint failed") && message.split(/[\s,]+/).includes(column),
  );

/** What the system or the database calls it (`ECONNREFUSED`, `SQLITE_FULL`), the innermost that has a name. */
function nameOf(causes: readonly Error[]): string {
  const codes = causes.flatMap((cause) => ("code" in cause && typeof cause.code === "string" ? [cause.code] : []));
  const innermost = causes.at(-1);
  // A file that cannot be opened has an empty code, and its name in the message.
  return (
    codes.findLast((code) => code !== "") ??
    /^ConnectionFailed/.exec(innermost?.message ?? "")?.[0] ??
    innermost?.name ??
    ""
  );
}

/** Failures of the surroundings, whichever statement it was; anything else that a database says is a bug of ours. */
const SURROUNDINGS =
  /^(SQLITE_(CANTOPEN|CORRUPT|NOTADB|IOERR|FULL|READONLY|PERM|AUTH|PROTOCOL|NOLFS)|E[A-Z]+|UND_\w+|TimeoutError|AbortError|SERVER_ERROR|HRANA_\w+|ConnectionFailed)/;

/**
 * @param place the file, or the server's host: never its whole address, which may hold a token.
 * @returns what runs an operation and turns the failures of its surroundings into `RoutingError`s: for the log and the
 * command line, since they name the place.
 */
export function answering(place: string) {
  return async <Result>(operation: () => Promise<Result>): Promise<Result> => {
    try {
      return await operation();
    } catch (error) {
      const causes = causesOf(error);
      const known = causes.find((cause) => cause instanceof RoutingError);
      if (known !== undefined) throw known;
      const name = nameOf(causes);
      if (/^SQLITE_(BUSY|LOCKED)/.test(name)) {
        const message = `Another process has been writing to ${place} for too long; try again in a moment.`;
        throw new RoutingError({ code: "overloaded", parameter: "ROUTELLM_STATE", message });
      }
      const isServer = causes.some((cause) => cause instanceof LibsqlError && /^(SERVER|HRANA)/.test(cause.code));
      if (!isServer && !SURROUNDINGS.test(name)) throw error;
      throw new RoutingError({ code: "storage_unusable", parameter: "DATABASE_URL", message: sentence(place, name) });
    }
  };
}

const sentence = (place: string, name: string): string =>
  `The database ${place} could not be used (${name}); DATABASE_URL must name a libSQL server that answers and takes DATABASE_AUTH_TOKEN, or without it ROUTELLM_STATE a folder that can be written and is not full.`;

/** The database answers, and is not what the migrations begin with: another program's tables, or files that are missing. */
export function notMigrated(place: string, error: unknown): RoutingError {
  const innermost = causesOf(error).at(-1)?.message ?? String(error);
  return new RoutingError({
    code: "storage_unusable",
    parameter: "DATABASE_URL",
    message: `The database ${place} could not be brought to this program's tables (${innermost.split("\n", 1)[0]}); restore it from a backup, or use another one (DATABASE_URL, ROUTELLM_STATE).`,
  });
}
