import { Term } from "@/components/ui/term";
import { PAPER_PAIR } from "@/lib/domain/model-pair";
import { PlaygroundAddressNotice } from "./playground-address-notice";
import { TERMS } from "./terms";
import { Workspace, type WorkspaceProps } from "./workspace";

/** The playground: what it is for, and the desk to do it on. */
export function Playground(props: WorkspaceProps) {
  return (
    <>
      <div className="mb-4 max-w-[62rem]">
        <h1 className="font-serif text-2xl leading-8 font-semibold text-balance">
          Which model should answer this prompt?
        </h1>
        <p className="mt-1 text-sm text-muted text-pretty">
          Each router estimates how the <b className="font-semibold text-strong">strong</b> model ({PAPER_PAIR.strong})
          does against the <b className="font-semibold text-weak">weak</b> one ({PAPER_PAIR.weak}), a tie counting half,
          and sends the prompt to the strong one if that win rate reaches its threshold α. Neither model is called here.{" "}
          <Term explanation={TERMS.pair}>Does the pair matter?</Term>
        </p>
      </div>
      <PlaygroundAddressNotice />
      <Workspace {...props} />
    </>
  );
}
