import { ACCESS, type ForRole } from "@/lib/access/access-table";
import { requireRole, type Visitor } from "@/lib/access/visitor";
import type { Role } from "@/lib/domain/role";
import { respond } from "./answer-request";

/** @throws RoutingError unless the visitor's role is enough for this page, route or action. */
export const requireAccess = (name: ForRole): Promise<Visitor> => requireRole(ACCESS[name]);

type Guarded<Parameters extends readonly unknown[]> = ((...parameters: Parameters) => Promise<Response>) & {
  /** What it is guarded as: the test of the table reads it. */
  readonly access: ForRole;
};

/** A route's method for those whose role is enough; others are told so before anything of the request is read. */
export function allowed<Parameters extends readonly unknown[]>(
  name: ForRole,
  answer: (...parameters: Parameters) => Promise<Response>,
): Guarded<Parameters> {
  const guarded = (...parameters: Parameters): Promise<Response> =>
    respond(async () => {
      await requireAccess(name);
      return answer(...parameters);
    });
  return Object.assign(guarded, { access: name });
}

/** The role that a name of the table takes, where it takes one. */
export function roleFor(name: string): Role | undefined {
  const needed = Object.hasOwn(ACCESS, name) ? ACCESS[name as keyof typeof ACCESS] : undefined;
  return needed === "key" || needed === "anybody" ? undefined : needed;
}
