import { type FormEvent, useState } from "react";
import { sentenceOf } from "@/components/controls/ask-server";

/** Sends a form once at a time. @returns why it was refused, if it was. */
export function useSubmit(send: (data: FormData) => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const onSubmit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setRefusal(undefined);
    try {
      await send(new FormData(event.currentTarget));
    } catch (error) {
      setRefusal(sentenceOf(error));
    }
    setBusy(false);
  };
  return { busy, refusal, onSubmit: (event: FormEvent<HTMLFormElement>) => void onSubmit(event) };
}
