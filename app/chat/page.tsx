import type { Metadata } from "next";
import { connection } from "next/server";
import { Chat } from "@/components/chat/chat";
import { ChatProblem } from "@/components/chat/conversation/chat-problem";
import { MeasuredWinRates } from "@/components/controls/measured-win-rates";
import { loadChat } from "@/lib/pages/chat/load-chat";

export const metadata: Metadata = {
  title: "Chat",
  description:
    "Ask a routed question: see who answered, why, and what it cost and saved; or compare two answers blind.",
};

export default async function ChatPage() {
  await connection();
  const data = await loadChat();
  return (
    <>
      <h1 className="font-serif text-2xl leading-8 font-semibold">Ask, and see who answers</h1>
      <p className="mt-1 mb-3 max-w-[62rem] text-sm text-muted text-pretty">
        A router sends each question to the strong or the weak model. Judge for yourself whether it chose well: ask the
        other one too, or compare the two blind.
      </p>
      {"problem" in data ? (
        <ChatProblem sentence={data.problem} />
      ) : (
        <MeasuredWinRates calibrations={data.calibrations}>
          <Chat data={data} />
        </MeasuredWinRates>
      )}
    </>
  );
}
