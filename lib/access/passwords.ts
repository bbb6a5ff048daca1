import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { z } from "zod";

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** 32 MB and a tenth of a second each: a stolen database is tried slowly. */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const;
const BYTES = 32;

/** Long enough that guessing takes longer than anybody has; and not so long that hashing it is work for an attacker. */
export const newPasswordSchema = z
  .string()
  .min(10, "The password must have at least 10 characters.")
  .max(1000, "The password must have at most 1,000 characters.");

const hash = (password: string, salt: Buffer, { N, r, p }: { N: number; r: number; p: number }): Promise<Buffer> =>
  derive(password.normalize("NFKC"), salt, BYTES, { N, r, p, maxmem: 256 * N * r });

/** @returns `scrypt:N:r:p:salt:hash`, the last two in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const { N, r, p } = COST;
  return ["scrypt", N, r, p, salt.toString("base64url"), (await hash(password, salt, COST)).toString("base64url")].join(
    ":",
  );
}

/** For names that nobody has: how long an answer takes says nothing about who is known here. */
const NOBODY = `scrypt:${COST.N}:${COST.r}:${COST.p}:${Buffer.alloc(16).toString("base64url")}:`;

/** @param stored as `hashPassword` writes it; null takes as long, and never fits. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [, N, r, p, salt = "", digest = ""] = (stored ?? NOBODY).split(":");
  const given = await hash(password, Buffer.from(salt, "base64url"), { N: Number(N), r: Number(r), p: Number(p) });
  const kept = Buffer.from(digest, "base64url");
  return kept.length === given.length && timingSafeEqual(given, kept);
}
