import { loadEnvFiles } from "@/lib/runtime/load-env-files";
import { runCommandLine } from "./command-line";

loadEnvFiles(process.cwd());
process.exitCode = await runCommandLine(process.argv.slice(2));
