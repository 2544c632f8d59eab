/**
 * How many failed sign-ins are borne. Counted in this process's memory: the app role makes no tables, and a restart or
 * a second process only makes a guesser's budget a few tries larger.
 */
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { accessProblems } from "./access.problems.ts";

const window = 15 * 60;

export interface SignInLimit {
  /** Counts one try before the password is looked at. @throws Problem access.locked */
  countTry(login: string, address: string): Promise<void>;
  /** Takes the try back, because it succeeded. */
  forgive(login: string, address: string): Promise<void>;
}

export function createSignInLimit(): SignInLimit {
  const limits = [
    { limiter: limiterOf("pair", 5), key: (login: string, address: string) => `${login} ${address}` },
    { limiter: limiterOf("login", 50), key: (login: string) => login },
    // Many clerks of an office share one address.
    { limiter: limiterOf("address", 200), key: (_: string, address: string) => address },
  ];
  return {
    async countTry(login, address) {
      for (const { limiter, key } of limits) await limiter.consume(key(login, address)).catch(refuse);
    },
    async forgive(login, address) {
      const [pair, ...wider] = limits;
      await pair?.limiter.delete(pair.key(login, address));
      for (const { limiter, key } of wider) await limiter.reward(key(login, address));
    },
  };
}

function limiterOf(keyPrefix: string, points: number): RateLimiterMemory {
  return new RateLimiterMemory({ keyPrefix, points, duration: window });
}

function refuse(reason: unknown): never {
  if (!(reason instanceof RateLimiterRes)) throw reason;
  const seconds = Math.ceil(reason.msBeforeNext / 1000);
  throw accessProblems["access.locked"]({ seconds, minutes: Math.ceil(seconds / 60) });
}
