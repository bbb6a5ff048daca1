"use client";

import { lazy, Suspense, useState } from "react";
import type { ChatData } from "@/components/chat/conversation/chat-data";
import { AddressNotice } from "@/components/controls/address-notice";
import { SHARED_READINGS } from "@/components/controls/address-readings";
import { RoleNote, useMay } from "@/components/controls/visitor";
import { Tabs } from "@/components/ui/tabs";
import { ChatPanel } from "./chat-panel";

const MODES = [
  { id: "chat", label: "Conversation" },
  { id: "blind", label: "Blind comparison" },
] as const;

type Mode = (typeof MODES)[number]["id"];

const BlindPanel = lazy(() => import("@/components/chat/votes/blind-panel"));

/** Ask one routed question after another, or compare two answers without knowing whose they are. */
export function Chat({ data }: { readonly data: ChatData }) {
  const [mode, setMode] = useState<Mode>("chat");
  if (!useMay("member")) return <RoleNote needed="member">ask here, since an answer may cost money.</RoleNote>;
  return (
    <>
      <AddressNotice readings={SHARED_READINGS} />
      <Tabs label="What to do" tabs={MODES} selected={mode} onSelect={setMode}>
        <div className="pt-3">
          {mode === "chat" ? (
            <ChatPanel data={data} />
          ) : (
            <Suspense fallback={<p className="text-sm text-muted">Loading…</p>}>
              <BlindPanel data={data} />
            </Suspense>
          )}
        </div>
      </Tabs>
    </>
  );
}
