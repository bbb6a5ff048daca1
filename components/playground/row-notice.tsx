import { Notice } from "@/components/ui/notice";

type RowNoticeProps = {
  readonly awaited: boolean;
  readonly unavailable: string | undefined;
  readonly uncalibrated: boolean;
};

/** Why a row has no figures, or no decision, while the others have. */
export function RowNotice({ awaited, unavailable, uncalibrated }: RowNoticeProps) {
  return (
    <div className="col-span-full row-start-4 mt-1 grid gap-1 empty:hidden sm:row-start-3">
      {awaited ? <Notice kind="empty">Asking another machine…</Notice> : null}
      {unavailable === undefined ? null : (
        <Notice kind="empty">
          <b className="font-semibold text-bad">Unavailable.</b> {unavailable}
        </Notice>
      )}
      {uncalibrated ? (
        <Notice kind="empty">It has no α and so decides nothing: see “Calibrated on” below.</Notice>
      ) : null}
    </div>
  );
}
