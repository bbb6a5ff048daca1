import { Command } from "commander";
import { registerCalibrateCommand } from "./calibrate-command";
import { registerEvaluateCommand } from "./evaluate-command";
import { runProgram } from "./run-program";

const program = new Command("routellm").description(
  "Routers between a strong and a weak language model: score, evaluate, calibrate, train.",
);

registerEvaluateCommand(program);
registerCalibrateCommand(program);

process.exitCode = await runProgram(program, process.argv);
