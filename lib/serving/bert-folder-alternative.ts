import { basename } from "node:path";
import { openBertFolder } from "@/lib/inference/open-bert-folder";
import { createBertRouter } from "@/lib/routers/bert-router";
import type { AlternativeSettings } from "@/lib/runtime/alternative-settings";
import { type Alternative, readOwnCalibration } from "./alternative";
import { sessionPool } from "./process-session-pool";

/** Somebody's own classifier in place of the shipped `bert`; it runs here. */
export async function loadBertFolder(settings: NonNullable<AlternativeSettings["bert"]>): Promise<Alternative> {
  const { folder, calibration } = settings;
  const { model, strongLabels } = await openBertFolder(folder, sessionPool);
  const router = createBertRouter({ model, strongLabels });
  return {
    routerId: "bert",
    isRemote: false,
    createRouter: () => router,
    calibration: await readOwnCalibration(calibration, "ROUTELLM_BERT_CALIBRATION"),
    card: {
      what: `Your classifier in the folder ${basename(folder)}: ${model.labels} labels, of which ${strongLabels.map((label) => label + 1).join(", ")} (counted from 1) ${strongLabels.length === 1 ? "counts" : "count"} for the strong model.`,
      trainedOn: "As its makers say.",
      runsOn: "In this server's own process; no prompt leaves it.",
    },
  };
}
