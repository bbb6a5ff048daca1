import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { SiteFooter } from "@/components/controls/site-footer";
import { SiteHeader } from "@/components/controls/site-header";
import { VisitorProvider } from "@/components/controls/visitor";
import { readPageVisitor } from "@/lib/access/page-visitor";
import { readDataDate } from "@/lib/runtime/data-date";
import { FONT_VARIABLES } from "./fonts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "RouteLLM Explorer", template: "%s · RouteLLM Explorer" },
  description: "Type a prompt, see what every router thinks of it, and choose the threshold with your eyes open.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f3f4f1" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1214" },
  ],
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  // No page is made ahead of its request: each has scripts with a nonce of its own (lib/start/listener.ts).
  await connection();
  const [dataDate, visitor] = await Promise.all([readDataDate(), readPageVisitor()]);
  return (
    <html lang="en" className={FONT_VARIABLES}>
      <body className="flex min-h-dvh flex-col">
        <NuqsAdapter>
          <VisitorProvider visitor={visitor}>
            <SiteHeader />
            <main id="content" className="mx-auto w-full max-w-[84rem] flex-1 px-3 py-4 sm:px-5">
              {children}
            </main>
          </VisitorProvider>
        </NuqsAdapter>
        <SiteFooter dataDate={dataDate} />
      </body>
    </html>
  );
}
