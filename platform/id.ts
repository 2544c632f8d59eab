/** Identifiers made by the app: UUIDv7, so that keys grow with time and indexes stay compact. */
import { v7 } from "uuid";

export function newId(now: Date): string {
  return v7({ msecs: now.getTime() });
}
