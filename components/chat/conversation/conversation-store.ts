"use client";

import { create } from "zustand";
import { createJSONStorage, persist } from "zustand/middleware";
import { browserStorage } from "@/components/controls/browser-storage";
import { type StoredConversation, storedConversationSchema } from "@/lib/schemas/web/stored-conversation";
import { firstThatFit } from "@/lib/view/shared/first-that-fit";
import { newId } from "./randomness";

/** A third of what a site may store. */
const ROOM = 1_500_000;
const LIMIT = 50;

type ConversationState = {
  /** Newest first. */
  readonly conversations: readonly StoredConversation[];
  /** Which one is looked at; one that is not kept yet is a new one. */
  readonly openId: string;
  /** The conversation stays on the model it began with. */
  readonly keepsModel: boolean;
  readonly keep: (conversation: StoredConversation) => void;
  readonly remove: (id: string) => void;
  readonly open: (id: string) => void;
  readonly startNew: () => void;
  readonly setKeepsModel: (keepsModel: boolean) => void;
};

/** For the server and the first render in the browser, which must be the same; never one that is kept. */
const FIRST_ID = "first";

const sizeOf = (conversation: StoredConversation): number => JSON.stringify(conversation).length;

const bounded = (conversations: readonly StoredConversation[]): readonly StoredConversation[] =>
  firstThatFit(conversations, { room: ROOM, limit: LIMIT, sizeOf });

/** Reads what was stored: whatever is damaged or of another version is left out, one conversation at a time. */
function readStored(stored: unknown): Partial<ConversationState> {
  if (typeof stored !== "object" || stored === null) return { openId: newId() };
  const list: readonly unknown[] =
    "conversations" in stored && Array.isArray(stored.conversations) ? stored.conversations : [];
  const conversations = list.flatMap((entry) => storedConversationSchema.safeParse(entry).data ?? []);
  const openId = "openId" in stored && typeof stored.openId === "string" ? stored.openId : newId();
  const keepsModel = "keepsModel" in stored && stored.keepsModel === true;
  return { conversations: bounded(conversations), openId, keepsModel };
}

/** The conversations of this browser. */
export const useConversationStore = create<ConversationState>()(
  persist(
    (set) => ({
      conversations: [],
      openId: FIRST_ID,
      keepsModel: false,
      keep: (conversation) =>
        set(({ conversations }) => ({
          conversations: bounded([conversation, ...conversations.filter(({ id }) => id !== conversation.id)]),
        })),
      remove: (id) =>
        set(({ conversations, openId }) => ({
          conversations: conversations.filter((one) => one.id !== id),
          openId: openId === id ? newId() : openId,
        })),
      open: (openId) => set({ openId }),
      startNew: () => set({ openId: newId() }),
      setKeepsModel: (keepsModel) => set({ keepsModel }),
    }),
    {
      name: "routellm-chat",
      storage: createJSONStorage(() => browserStorage("local")),
      partialize: ({ conversations, openId, keepsModel }) => ({ conversations, openId, keepsModel }),
      merge: (stored, state) => ({ ...state, ...readStored(stored) }),
    },
  ),
);
