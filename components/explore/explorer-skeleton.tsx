const PULSE = "bg-surface border-t-2 border-line-strong";

/** Stands in the shape of the page while a benchmark loads, so that nothing jumps when it arrives. */
export function ExplorerSkeleton() {
  return (
    <div role="status" aria-label="Loading the benchmark" className="mt-3">
      <div className="grid gap-3 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className={`${PULSE} h-[40rem]`}>
          <p className="p-4 text-sm text-muted">Reading the outcomes of every question…</p>
        </div>
        <div className={`${PULSE} h-[40rem]`} />
      </div>
      <div className="mt-3 grid gap-3 lg:grid-cols-2">
        <div className={`${PULSE} h-72 lg:col-span-2`} />
        <div className={`${PULSE} h-80`} />
        <div className={`${PULSE} h-80`} />
      </div>
    </div>
  );
}
