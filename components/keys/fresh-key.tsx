"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import type { NewKey } from "@/lib/schemas/web/api-key-requests";

/** The one time that a key is seen. */
export function FreshKey({ fresh, onStored }: { readonly fresh: NewKey; readonly onStored: () => void }) {
  const { name, key } = fresh;
  const code = useRef<HTMLElement>(null);
  useEffect(() => {
    if (key !== "") code.current?.focus();
  }, [key]);
  return (
    <Card title={`The key of ${name}`}>
      <p className="text-sm">
        Store it now: only its hash is kept here, so nobody can show it again. Clients send it as{" "}
        <code className="text-[0.8125rem]">Authorization: Bearer KEY</code>.
      </p>
      <p className="mt-2 border border-line bg-surface-2 px-2 py-1.5">
        <code ref={code} tabIndex={-1} className="text-[0.8125rem] break-all select-all">
          {key}
        </code>
      </p>
      <p className="mt-2 flex flex-wrap gap-2">
        <CopyButton text={key} label="Copy the key" />
        <Button onClick={onStored}>I have stored it</Button>
      </p>
    </Card>
  );
}
