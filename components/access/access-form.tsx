import type { FormEventHandler, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

type AccessFormProps = {
  readonly busy: boolean;
  /** Why the last attempt was refused. */
  readonly refusal: string | undefined;
  readonly onSubmit: FormEventHandler<HTMLFormElement>;
  /** What the button says, and what it says while the server is asked. */
  readonly action: string;
  readonly busyAction: string;
  readonly children: ReactNode;
};

/** Fields, why they were refused, and the one button. */
export function AccessForm({ busy, refusal, onSubmit, action, busyAction, children }: AccessFormProps) {
  return (
    <form className="grid gap-3" onSubmit={onSubmit}>
      {children}
      {refusal === undefined ? null : <Notice kind="error">{refusal}</Notice>}
      <Button type="submit" look="solid" disabled={busy} className="min-h-10">
        {busy ? busyAction : action}
      </Button>
    </form>
  );
}
