import { createParser } from "nuqs/server";
import { formatPin, type Pin, parsePin } from "@/lib/view/explore/pin";

/** `?a=router-mf-0.59812`; anything else pins nothing. */
export const pinParser = createParser({
  parse: parsePin,
  serialize: (pin: Pin) => formatPin(pin),
  eq: (left: Pin, right: Pin) => formatPin(left) === formatPin(right),
});
