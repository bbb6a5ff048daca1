import { closeToOthers } from "@/lib/storage/private-files";
import { readEnv } from "./env";

/** From now on all that this process writes is its owner's only, and so is what the state folder holds already. */
export async function keepStatePrivate(): Promise<void> {
  process.umask(0o077);
  const open = await closeToOthers(readEnv().stateDirectory);
  if (open === undefined) return;
  process.stderr.write(`${open} may be read by other users of this machine, and its mode cannot be changed.\n`);
}
