import type { ReactNode } from "react";
import { classNames } from "./class-names";

type NoticeProps = {
  /** `error` is announced at once; `empty` says what will stand here and how to get it. */
  readonly kind: "error" | "empty";
  readonly children: ReactNode;
  /** What can be done about it: a retry button. */
  readonly action?: ReactNode;
};

/** Stands where content is missing or failed, and says what to do. */
export function Notice({ kind, children, action }: NoticeProps) {
  return (
    <div
      role={kind === "error" ? "alert" : undefined}
      className={classNames(
        "flex flex-wrap items-center justify-between gap-2 border-l-3 px-3 py-2 text-sm",
        kind === "error" ? "border-bad bg-bad-wash text-bad" : "border-line bg-surface-2 text-muted",
      )}
    >
      <p>{children}</p>
      {action}
    </div>
  );
}
