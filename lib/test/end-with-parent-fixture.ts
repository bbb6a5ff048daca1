import { fork } from "node:child_process";
import { endWithParent } from "@/lib/runs/end-with-parent";

/** As a parent: starts itself as a child, and passes its id on. As a child: computes until it is ended, a minute at most. */
const [, file = "", role] = process.argv;
if (role === "parent") {
  const child = fork(file, [String(process.pid)], { execArgv: ["--import", "tsx"] });
  child.once("message", (pid) => process.send?.(pid));
} else {
  endWithParent(Number(role));
  process.send?.(process.pid, () => {
    const end = Date.now() + 60_000;
    while (Date.now() < end);
    process.exit();
  });
}
