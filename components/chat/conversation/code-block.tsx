"use client";

import type { ExtraProps } from "react-markdown";
import { CopyButton } from "@/components/ui/copy-button";

type Block = ExtraProps["node"];

function readCode(node: Block): { readonly code: string; readonly language: string } {
  const [element] = node?.children ?? [];
  if (element?.type !== "element") return { code: "", language: "" };
  const code = element.children.map((child) => (child.type === "text" ? child.value : "")).join("");
  const { className } = element.properties;
  const names = Array.isArray(className) ? className.map(String) : [];
  const language = names.find((name) => name.startsWith("language-"))?.slice("language-".length) ?? "";
  return { code: code.replace(/\n$/, ""), language };
}

/** Code of an answer: long lines break, so that nothing has to be scrolled to be read; copied as it was written. */
export function CodeBlock({ node }: { readonly node: Block }) {
  const { code, language } = readCode(node);
  return (
    <div className="border border-line bg-surface-2">
      <div className="flex items-center justify-between gap-2 border-b border-line pl-2.5 text-xs text-muted">
        <span>{language === "" ? "code" : language}</span>
        <CopyButton text={code} label="Copy code" />
      </div>
      <pre className="p-2.5 font-mono text-[0.8125rem] leading-5 whitespace-pre-wrap [overflow-wrap:anywhere]">
        <code>{code}</code>
      </pre>
    </div>
  );
}
