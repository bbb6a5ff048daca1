import { expect, it } from "vitest";
import { policyWithNonce } from "./content-security-policy";

const nonceOf = (policy: string) => /script-src 'self' 'nonce-([\w+/=]{20,})' 'strict-dynamic'(;|$)/.exec(policy)?.[1];

it("marks the scripts of each answer with a nonce of its own, and lets nothing else in", () => {
  const [{ policy: first, nonce }, { policy: second }] = [policyWithNonce(), policyWithNonce()];
  expect(nonceOf(first)).toBe(nonce);
  expect(nonceOf(first)).not.toBe(nonceOf(second));
  expect(first).toContain("default-src 'self'");
  expect(first).toContain("frame-ancestors 'none'");
  expect(first).not.toContain("unsafe-eval");
});
