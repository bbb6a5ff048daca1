import type { Metadata } from "next";
import { SignInForm } from "@/components/access/sign-in-form";
import { hasFirstAdmin } from "@/lib/access/page-visitor";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

export default function SignInPage() {
  return (
    <>
      <h1 className="mb-3 text-center font-serif text-2xl leading-8 font-semibold">Sign in</h1>
      <SignInForm hasFirstAdmin={hasFirstAdmin()} />
    </>
  );
}
