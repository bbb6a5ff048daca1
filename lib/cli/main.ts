import { loadEnvFiles } from "@/lib/server/load-env-files";
import { runCommandLine } from "./command-line";

loadEnvFiles(process.cwd());
process.exitCode = await runCommandLine(process.argv.slice(2));
