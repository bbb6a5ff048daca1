"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";

/** The link, this once: the server keeps only what recognizes it. */
export function InvitationLink({ name, token }: { readonly name: string; readonly token: string }) {
  const [copied, setCopied] = useState<string>();
  const address = `${window.location.origin}/invitation#${token}`;
  const copy = async () => {
    const done = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    );
    setCopied(done === true ? token : undefined);
  };
  return (
    <div role="status" className="mt-3 border-l-3 border-accent bg-surface-2 px-3 py-2 text-sm">
      <p>
        Send this link to <strong>{name}</strong>. It sets a password once, within three days, and is not shown again.
      </p>
      <p className="mt-1 flex flex-wrap items-center gap-2">
        <code className="min-w-0 flex-1 basis-52 font-mono text-xs [overflow-wrap:anywhere]">{address}</code>
        <Button onClick={() => void copy()}>{copied === token ? "Copied" : "Copy"}</Button>
      </p>
    </div>
  );
}
