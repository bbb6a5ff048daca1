import { stringify } from "yaml";
import type { HandOver } from "@/lib/calibration/hand-over";

/** The artefact as a file of JSON. */
export const handOverJson = (handOver: HandOver): string => `${JSON.stringify(handOver, null, 2)}\n`;

/**
 * The same as YAML, for configurations that people read. Strings are quoted: readers of YAML 1.1 (PyYAML among them) take
 * plain dates for dates and some fingerprints for numbers.
 */
export const handOverYaml = (handOver: HandOver): string =>
  stringify(handOver, { lineWidth: 0, defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" });

/**
 * What to save it as: `calibration-router-mf-0.11593-june-prompts.yaml`.
 *
 * @returns lower-case letters, digits, dots and hyphens only, whatever the sample's file was called.
 */
export function handOverFileName({ model, sample }: HandOver, extension: "json" | "yaml"): string {
  const name = sample.name
    .replace(/\.[^.]*$/, "")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "");
  return `${["calibration", model.replaceAll("_", "-"), ...(name === "" ? [] : [name])].join("-")}.${extension}`;
}
