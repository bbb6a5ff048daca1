import { LOCAL, type Visitor } from "./visitor";

/** Whose things a visitor sees and deletes: an admin everybody's (undefined), others their own. */
export const ownerSeenBy = ({ role, id }: Visitor): string | undefined => (role === "admin" ? undefined : id);

/** @param owner of a thing; what was kept before things had owners is the machine's own admin's. */
export function maySee(visitor: Visitor, owner: string = LOCAL.id): boolean {
  const seen = ownerSeenBy(visitor);
  return seen === undefined || seen === owner;
}
