/** Called by Next once, before the server takes its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { requireArtifacts } = await import("@/lib/server/require-artifacts");
    await requireArtifacts();
    const { resumeRuns } = await import("@/lib/server/resume-runs");
    resumeRuns();
    const { sweepUploads } = await import("@/lib/server/brought-files");
    await sweepUploads();
  }
}
