/** Run before a build: a damaged artifact is told at once, not after the build that it would break. */
import { requireArtifacts } from "@/lib/start/require-artifacts";

await requireArtifacts();
