"use client";

import { useState } from "react";
import { useConversationStore } from "@/components/chat/conversation/conversation-store";
import { saveFile } from "@/components/controls/save-file";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { StoredConversation } from "@/lib/schemas/web/stored-conversation";
import { excerpt } from "@/lib/view/shared/prompt-history";

const TITLE_CHARACTERS = 70;

const titleOf = ({ messages }: StoredConversation): string => excerpt(messages[0]?.text ?? "", TITLE_CHARACTERS);

/** Saves a conversation as a file of the browser's own making. */
async function exportAs(kind: "markdown" | "json", conversation: StoredConversation): Promise<void> {
  const name = `routellm-chat-${new Date(conversation.changedAt).toISOString().slice(0, 10)}`;
  if (kind === "json") {
    const content = new Blob([`${JSON.stringify(conversation, null, 2)}\n`], { type: "application/json" });
    saveFile({ name: `${name}.json`, content });
    return;
  }
  const { conversationMarkdown } = await import("@/lib/view/chat/conversation-export");
  const messages = conversation.messages.flatMap((message) => {
    const other = conversation.others[message.id];
    return other === undefined ? [message] : [message, other];
  });
  const content = new Blob([conversationMarkdown(titleOf(conversation), messages)], { type: "text/markdown" });
  saveFile({ name: `${name}.md`, content });
}

/** The conversations of this browser: one is opened, exported or deleted, or a new one begun. */
export function HistoryCard() {
  const { conversations, openId, open, remove, startNew, keep } = useConversationStore();
  const [removed, setRemoved] = useState<StoredConversation>();
  const current = conversations.find(({ id }) => id === openId);
  return (
    <Card title="Conversations" aside={<Button onClick={startNew}>New conversation</Button>}>
      {conversations.length === 0 ? (
        <p className="text-[0.8125rem] text-muted">
          Conversations are kept in this browser alone, and listed here until you delete them.
        </p>
      ) : (
        <ul aria-label="Conversations" className="max-h-72 overflow-y-auto">
          {conversations.map((conversation) => (
            <li key={conversation.id} className="flex items-center gap-1 border-b border-line">
              <button
                type="button"
                aria-current={conversation.id === openId ? "true" : undefined}
                onClick={() => open(conversation.id)}
                className="min-w-0 flex-1 px-1 py-1.5 text-left text-sm hover:bg-surface-2 aria-[current]:bg-surface-2 aria-[current]:font-semibold"
              >
                <span dir="auto" className="block truncate">
                  {titleOf(conversation)}
                </span>
                <span className="block text-xs font-normal text-muted">
                  {new Date(conversation.changedAt).toLocaleString()},{" "}
                  {conversation.messages.filter(({ role }) => role === "user").length} asked
                </span>
              </button>
              <Button
                look="quiet"
                aria-label={`Delete ${titleOf(conversation)}`}
                onClick={() => {
                  remove(conversation.id);
                  setRemoved(conversation);
                }}
              >
                Delete
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="mt-1.5 text-[0.8125rem] empty:hidden">
        {removed === undefined ? null : (
          <>
            Deleted.{" "}
            <Button
              look="quiet"
              onClick={() => {
                keep(removed);
                open(removed.id);
                setRemoved(undefined);
              }}
            >
              Undo
            </Button>
          </>
        )}
      </p>
      {current === undefined ? null : (
        <p className="mt-2 flex flex-wrap items-center gap-1.5 text-[0.8125rem]">
          Export the open one:
          <Button onClick={() => void exportAs("markdown", current)}>Markdown</Button>
          <Button onClick={() => void exportAs("json", current)}>JSON</Button>
        </p>
      )}
    </Card>
  );
}
