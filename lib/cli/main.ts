import { Command } from "commander";
import { loadEnvFiles } from "@/lib/server/load-env-files";
import { registerAugmentCommand } from "./augment-command";
import { registerBenchCommand } from "./bench-command";
import { registerCalibrateCommand } from "./calibrate-command";
import { registerDataCommand } from "./data-command";
import { registerEvaluateCommand } from "./evaluate-command";
import { registerEvaluatePairsCommand } from "./evaluate-pairs-command";
import { registerPairsCommand } from "./pairs-command";
import { registerRouteCommand } from "./route-command";
import { runProgram } from "./run-program";
import { registerScoreCommand } from "./score-command";
import { registerTrainCommand } from "./train-command";
import { registerWorkerCommand } from "./worker-command";

const program = new Command("routellm").description(
  "Routers between a strong and a weak language model: score, evaluate, calibrate, train.",
);

registerRouteCommand(program);
registerEvaluateCommand(program);
registerEvaluatePairsCommand(program);
registerPairsCommand(program);
registerCalibrateCommand(program);
registerScoreCommand(program);
registerTrainCommand(program);
registerAugmentCommand(program);
registerBenchCommand(program);
registerDataCommand(program);
registerWorkerCommand(program);

loadEnvFiles(process.cwd());
process.exitCode = await runProgram(program, process.argv);
