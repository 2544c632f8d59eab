/** Passwords by argon2id at 19 MiB and two passes. Checking an unknown account costs the same time as a known one. */
import { hash, verify } from "@node-rs/argon2";

// The library's default algorithm is argon2id.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let decoy: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** `stored` is null for an unknown account or one without a password: the answer is then false, as late as otherwise. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash("nobody has this password", cost);
  const matches = await verify(stored ?? (await decoy), password);
  return stored !== null && matches;
}
