import { getManifest } from "./served-artifacts";

/** The day on which the shipped routers were trained, YYYY-MM-DD. */
export async function readDataDate(): Promise<string> {
  return (await getManifest()).date;
}
