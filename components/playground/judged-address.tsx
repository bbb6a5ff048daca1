"use client";

import { AddressNotice } from "@/components/controls/address-notice";
import { MONEY_READINGS, SHARED_READINGS } from "@/components/controls/address-readings";
import { promptParser } from "./prompt-parser";

const READINGS = {
  ...SHARED_READINGS,
  ...MONEY_READINGS,
  prompt: { parse: promptParser.parse, but: "there is no text in it", shown: "what stands in the box is scored" },
};

/** Its values one by one. */
export default function JudgedAddress() {
  return <AddressNotice readings={READINGS} />;
}
