import type { Metadata } from "next";
import { InvitationForm } from "@/components/access/invitation-form";

export const metadata: Metadata = { title: "Invitation", robots: { index: false } };

export default function InvitationPage() {
  return (
    <>
      <h1 className="mb-3 text-center font-serif text-2xl leading-8 font-semibold">Welcome</h1>
      <InvitationForm />
    </>
  );
}
