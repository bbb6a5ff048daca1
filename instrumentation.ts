/** Called by Next once, before the server takes its first request. */
export async function register(): Promise<void> {
  // The edge bundle is built from this file too: only what stands in this block is left out of it.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    try {
      const { keepStatePrivate } = await import("@/lib/runtime/private-state");
      await keepStatePrivate();
      const { requireDatabase } = await import("@/lib/runtime/database");
      await requireDatabase();
      const { requireArtifacts } = await import("@/lib/start/require-artifacts");
      await requireArtifacts();
      const { resumeRuns } = await import("@/lib/scoring/resume-runs");
      resumeRuns();
      const { keepUploadsSwept } = await import("@/lib/scoring/uploaded-files");
      await keepUploadsSwept();
      const { ANONYMOUS, distrustWithoutListener, LOCAL } = await import("@/lib/access/visitor");
      distrustWithoutListener(async () => {
        if (process.env.NODE_ENV !== "development") return ANONYMOUS;
        // `next dev` has no listener of ours and listens on this machine alone. It adds itself what proxies would say.
        const [{ headers }, { comesFromThisMachine }] = await Promise.all([
          import("next/headers"),
          import("@/lib/access/loopback"),
        ]);
        const request = await headers();
        const addresses = (request.get("x-forwarded-for") ?? "").split(",").map((address) => address.trim());
        const host = request.get("host") ?? undefined;
        return addresses.every((address) => comesFromThisMachine({ address, host, headers: {} })) ? LOCAL : ANONYMOUS;
      });
      const { publishListener } = await import("@/lib/start/listener");
      // What Next itself reads, and fails on: nothing else of Next says what a state is.
      const { parseAndValidateFlightRouterState: readRouterState } = await import(
        "next/dist/server/app-render/parse-and-validate-flight-router-state"
      );
      publishListener({ readRouterState });
      const { createGarbageCollector } = await import("@/lib/scoring/collect-garbage");
      // What starting has left: megabytes of text that artifacts were read from.
      setTimeout(createGarbageCollector(), 2_000).unref();
    } catch (error) {
      if (process.env.NODE_ENV !== "production") throw error;
      // Next would go on without all this, and fail at every request.
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`, () => process.exit(1));
    }
  }
}
