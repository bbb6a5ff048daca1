"use client";

import { type ComponentProps, createContext, useContext } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { CodeBlock } from "./code-block";

const PLUGINS = [remarkGfm];

type LinkProps = { readonly href: string | undefined; readonly children: ComponentProps<"a">["children"] };

/** Links hold no links: the address of a picture inside one is text. */
const InLink = createContext(false);

/** A link of an answer: opened apart, told nothing of this page. */
const OutsideLink = ({ href, children }: LinkProps) =>
  // Addresses of other protocols than the web's arrive empty.
  href === undefined || href === "" ? (
    children
  ) : (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" className="underline underline-offset-2">
      <InLink value={true}>{children}</InLink>
    </a>
  );

/** What stands for a picture: loading it would tell its host who reads this. */
function Picture({ address, description }: { readonly address: string; readonly description: string }) {
  const inLink = useContext(InLink);
  return (
    <span className="text-muted">
      [picture: {description === "" ? "no description" : description}
      {address === "" ? null : ", "}
      {address === "" || inLink ? address : <OutsideLink href={address}>{address}</OutsideLink>}]
    </span>
  );
}

/** Headings stand below the page's own. */
const COMPONENTS: Components = {
  h1: ({ children }) => <h4 className="text-base font-semibold">{children}</h4>,
  h2: ({ children }) => <h4 className="text-[0.9375rem] font-semibold">{children}</h4>,
  h3: ({ children }) => <h5 className="text-sm font-semibold">{children}</h5>,
  h4: ({ children }) => <h6 className="text-sm font-semibold">{children}</h6>,
  h5: ({ children }) => <h6 className="text-sm font-semibold">{children}</h6>,
  h6: ({ children }) => <h6 className="text-sm font-semibold">{children}</h6>,
  a: ({ href, children }) => <OutsideLink href={href}>{children}</OutsideLink>,
  img: ({ src, alt }) => <Picture address={typeof src === "string" ? src : ""} description={alt ?? ""} />,
  pre: ({ node }) => <CodeBlock node={node} />,
  code: ({ children }) => <code className="rounded-xs bg-surface-2 px-1 font-mono text-[0.875em]">{children}</code>,
  ul: ({ children }) => <ul className="list-disc pl-5">{children}</ul>,
  ol: ({ children, start }) => (
    <ol start={start} className="list-decimal pl-6">
      {children}
    </ol>
  ),
  blockquote: ({ children }) => <blockquote className="border-l-3 border-line-strong pl-3">{children}</blockquote>,
  hr: () => <hr className="border-line" />,
  table: ({ children }) => (
    <div className="max-w-full overflow-x-auto">
      <table className="border-collapse text-[0.8125rem]">{children}</table>
    </div>
  ),
  th: ({ children, style }) => (
    <th style={style} className="border-b border-line-strong px-2 py-1 text-left font-semibold">
      {children}
    </th>
  ),
  td: ({ children, style }) => (
    <td style={style} className="border-b border-line px-2 py-1">
      {children}
    </td>
  ),
};

type MarkdownProps = {
  /** Sets the answers' footnotes apart. */
  readonly id: string;
  readonly text: string;
};

/** An answer's Markdown. HTML in it is shown as the text it is; nothing is loaded from anywhere. */
export default function Markdown({ id, text }: MarkdownProps) {
  return (
    <ReactMarkdown remarkPlugins={PLUGINS} remarkRehypeOptions={{ clobberPrefix: `${id}-` }} components={COMPONENTS}>
      {text}
    </ReactMarkdown>
  );
}
