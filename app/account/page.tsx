import type { Metadata } from "next";
import { Account } from "@/components/access/account";
import { readPasswordPlace } from "@/lib/access/page-visitor";

export const metadata: Metadata = { title: "Your account", robots: { index: false } };

export default async function AccountPage() {
  return (
    <>
      <h1 className="mb-3 text-center font-serif text-2xl leading-8 font-semibold">Your account</h1>
      <Account passwordPlace={await readPasswordPlace()} />
    </>
  );
}
