type SiteFooterProps = {
  /** Day of training, YYYY-MM-DD; null where the artifacts name none. */
  readonly dataDate: string | null;
};

/** Where the figures come from, in one honest line. */
export function SiteFooter({ dataDate }: SiteFooterProps) {
  return (
    <footer className="border-t border-line text-xs text-muted">
      <div className="mx-auto w-full max-w-[84rem] px-3 py-3 sm:px-5">
        Routers trained here
        {dataDate === null ? (
          ""
        ) : (
          <>
            {" "}
            on <time dateTime={dataDate}>{dataDate}</time>
          </>
        )}
        , on openly licensed human preferences and benchmark outcomes; every figure is measured on rows that no router
        saw. After RouteLLM (Ong et al., ICLR 2025), re-implemented; not the authors' weights. Nothing you type leaves
        this machine.
      </div>
    </footer>
  );
}
