type SiteFooterProps = {
  /** Day of training, YYYY-MM-DD. */
  readonly dataDate: string;
};

/** Where the figures come from, in one honest line. */
export function SiteFooter({ dataDate }: SiteFooterProps) {
  return (
    <footer className="border-t border-line text-xs text-muted">
      <div className="mx-auto w-full max-w-[84rem] px-3 py-3 sm:px-5">
        Routers trained here on <time dateTime={dataDate}>{dataDate}</time> from openly licensed preference votes,
        benchmark outcomes and prompts written for this project; every figure is measured on questions that no router
        was trained on. Re-implemented after RouteLLM (Ong et al., ICLR 2025); these are not the authors’ weights. What
        you type is scored by this server, and sent elsewhere only by a router whose row says so.
      </div>
    </footer>
  );
}
