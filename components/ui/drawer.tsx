"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "./button";

type DrawerProps = {
  readonly open: boolean;
  readonly title: ReactNode;
  /** By its button, by Escape, or by a press beside it. */
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/**
 * A modal sheet at the window's far side: the browser's own dialog, which keeps the keyboard inside and gives the focus
 * back to where it was.
 */
export function Drawer({ open, title, onClose, children }: DrawerProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (open && element?.open === false) element.showModal();
    if (!open && element?.open === true) element.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      {...{ closedby: "any" }}
      onClose={onClose}
      className="fixed inset-y-0 right-0 left-auto m-0 h-full max-h-none w-full max-w-xl border-l border-line-strong bg-surface p-4 text-text shadow-lg backdrop:bg-black/40"
    >
      {open ? (
        <>
          <div className="mb-3 flex items-start justify-between gap-3 border-b border-line pb-2">
            <h2 id={id} className="text-[0.9375rem] leading-6 font-semibold [overflow-wrap:anywhere]">
              {title}
            </h2>
            <Button look="quiet" onClick={() => dialog.current?.close()}>
              Close
            </Button>
          </div>
          {children}
        </>
      ) : null}
    </dialog>
  );
}
