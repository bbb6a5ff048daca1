"use client";

import { lazy, memo, Suspense } from "react";
import { textDirection } from "@/lib/view/shared/text-direction";

/** Comes with the first answer, not with the page. */
const Markdown = lazy(() => import("./markdown"));

type AnswerTextProps = { readonly id: string; readonly text: string };

/** An answer's text; as plain text until what renders its Markdown has come. */
export const AnswerText = memo(function AnswerText({ id, text }: AnswerTextProps) {
  return (
    <div
      dir={textDirection(text)}
      className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2.5 text-[0.9375rem] leading-6 [overflow-wrap:anywhere]"
    >
      <Suspense fallback={<p className="whitespace-pre-wrap">{text}</p>}>
        <Markdown id={id} text={text} />
      </Suspense>
    </div>
  );
});
