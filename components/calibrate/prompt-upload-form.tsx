"use client";

import { type ChangeEvent, type DragEvent, useId, useRef, useState } from "react";
import { sentenceOf } from "@/components/controls/ask-server";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import { MAX_PROMPT_FILE_BYTES, PASTED_NAME } from "@/lib/domain/prompt-file";
import type { PromptUpload } from "@/lib/schemas/files/prompt-upload";
import type { Speeds } from "./router-choice";
import { UploadPanel } from "./upload-panel";
import { uploadPrompts } from "./upload-prompts";

const ACCEPTED = ".txt,.text,.md,.csv,.tsv,.jsonl,.ndjson";

type Step =
  | { readonly kind: "waiting"; readonly problem?: string }
  | { readonly kind: "sending"; readonly name: string; readonly share: number; readonly stop: () => void }
  | { readonly kind: "ready"; readonly upload: PromptUpload };

/** First step: a file or a pasted text goes to the server and comes back as a preview to choose from. */
export function PromptUploadForm({ speeds }: { readonly speeds: Speeds }) {
  const [step, setStep] = useState<Step>({ kind: "waiting" });
  const [text, setText] = useState("");

  const send = async (content: Blob, name: string): Promise<void> => {
    if (content.size > MAX_PROMPT_FILE_BYTES) {
      const megabytes = Math.ceil(content.size / 2 ** 20);
      setStep({ kind: "waiting", problem: `${name} has ${megabytes} MB; at most 200 MB are read. Take a part of it.` });
      return;
    }
    const stopper = new AbortController();
    const sending = { kind: "sending", name, stop: () => stopper.abort() } as const;
    setStep({ ...sending, share: 0 });
    try {
      const report = (share: number) => setStep({ ...sending, share });
      setStep({ kind: "ready", upload: await uploadPrompts({ content, name, signal: stopper.signal, report }) });
    } catch (error) {
      setStep(stopper.signal.aborted ? { kind: "waiting" } : { kind: "waiting", problem: sentenceOf(error) });
    }
  };

  if (step.kind === "ready") {
    return <UploadPanel upload={step.upload} speeds={speeds} onDiscard={() => setStep({ kind: "waiting" })} />;
  }
  return (
    <Card title="1. Bring prompts of your own traffic" aside="up to 1,000,000 rows, 200 MB">
      {step.kind === "sending" ? (
        <div className="flex flex-wrap items-center gap-3">
          <div className="min-w-[min(14rem,100%)] flex-1">
            <ProgressBar
              label={step.share < 1 ? `Sending ${step.name}` : `Reading ${step.name}`}
              share={step.share < 1 ? step.share : undefined}
            />
          </div>
          <Button onClick={step.stop}>Stop</Button>
        </div>
      ) : (
        <div className="grid gap-4 md:grid-cols-2">
          <FileDrop onFile={(file) => void send(file, file.name)} />
          <PastedText text={text} onText={setText} onSend={() => void send(new Blob([text]), PASTED_NAME)} />
        </div>
      )}
      <div className="mt-3 grid gap-2">
        {step.kind === "waiting" && step.problem !== undefined ? <Notice kind="error">{step.problem}</Notice> : null}
        <p className="text-[0.8125rem] text-muted">
          What you bring goes to this server and nowhere else. Its text is deleted as soon as it is scored, unless you
          ask to keep it.
        </p>
      </div>
    </Card>
  );
}

function FileDrop({ onFile }: { readonly onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined) onFile(file);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <section
      aria-label="Drop a file"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={classNames(
        "flex min-h-44 flex-col items-center justify-center gap-2 border border-dashed p-4 text-center text-sm",
        over ? "border-accent bg-surface-2" : "border-line-strong",
      )}
    >
      <p>Drop a file here, or</p>
      <Button look="solid" onClick={() => input.current?.click()}>
        Choose a file
      </Button>
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        aria-label="File with prompts"
        className="sr-only"
        tabIndex={-1}
        onChange={(event: ChangeEvent<HTMLInputElement>) => {
          take(event.currentTarget.files);
          event.currentTarget.value = "";
        }}
      />
      <p className="max-w-80 text-xs text-muted">
        .txt with a prompt a line, .csv with a header, .jsonl with a field of text or an OpenAI chat log (
        <code>messages</code>).
      </p>
    </section>
  );
}

type PastedTextProps = {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onSend: () => void;
};

function PastedText({ text, onText, onSend }: PastedTextProps) {
  const id = useId();
  return (
    <form
      className="flex flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <label htmlFor={id} className="text-[0.8125rem] text-muted">
        Or paste prompts, one a line
      </label>
      <textarea
        id={id}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        spellCheck={false}
        className="mt-1 min-h-32 flex-1 border border-line-strong bg-surface p-2 text-sm"
      />
      <Button type="submit" disabled={text.trim() === ""} className="mt-2 self-start">
        Read these prompts
      </Button>
    </form>
  );
}
