"use client";

import { useEffect } from "react";
import { useMay } from "@/components/controls/visitor";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatCount } from "@/lib/view/shared/format";
import { useSharedVotes } from "./shared-votes-store";

const LINK = "underline decoration-line-strong underline-offset-2 hover:decoration-current";

/** Consent to keeping votes on the server, what lies there, and how to get it out or rid of it. */
export function SharedVotes() {
  const { consent, counts, problem, agree, count, forgetAll } = useSharedVotes();
  const isAdmin = useMay("admin");
  useEffect(() => {
    void count();
  }, [count]);
  return (
    <fieldset className="mt-3 border-t border-line pt-3 text-[0.8125rem]">
      <legend className="sr-only">Votes on the server</legend>
      <label className="flex items-start gap-2">
        <input
          type="checkbox"
          className="mt-1 accent-accent"
          checked={consent}
          onChange={(event) => agree(event.currentTarget.checked)}
        />
        <span>
          Keep my votes on this server too, so that a router can be trained on them{" "}
          <span className="text-muted">(the question, both answers and your choice; nothing about you)</span>
        </span>
      </label>
      {problem === undefined ? null : (
        <div className="mt-2">
          <Notice kind="error">{problem}</Notice>
        </div>
      )}
      {counts === undefined || counts.all === 0 ? null : (
        <>
          <p className="mt-2 text-muted">
            {formatCount(counts.all)} on the server, {formatCount(counts.real)} of them on real answers.
            {counts.real === 0 ? " Only those can be trained on." : null}
          </p>
          <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
            {counts.real === 0 || !isAdmin ? null : (
              <>
                <a className={LINK} href="/chat/votes?format=csv" download>
                  Arena CSV
                </a>
                <a className={LINK} href="/chat/votes?format=jsonl" download>
                  JSON Lines
                </a>
              </>
            )}
            <Button look="quiet" onClick={() => void forgetAll()}>
              {isAdmin ? "Delete all on the server" : "Delete mine on the server"}
            </Button>
          </p>
        </>
      )}
    </fieldset>
  );
}
