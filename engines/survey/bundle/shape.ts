/** Reads a document that anybody may have written, piece by piece, and names the place of the first that is not as it should be. */
import { InputError } from "../../input-error.ts";
import type { Json } from "../draw/canonical-json.ts";
import { isList, isObject, shown } from "./difference.ts";

/** Something in the file is not what docs/bundle.md says. */
export class ShapeError extends InputError {
  readonly difference: { place: string; expected: string; found: string };

  constructor(place: string, expected: string, found: Json | undefined) {
    // What stands there is no part of the sentence: it may be somebody's name in a wrong place.
    super("bundle.shape", {
      zh: `${place} 写法不对：应为 ${expected}。格式见 docs/bundle.md。`,
      en: `${place} is not as it should be: ${expected}. See docs/bundle.md.`,
    });
    this.name = "ShapeError";
    this.difference = { place, expected, found: shown(found) };
  }
}

/** Fields of an object, by name. @throws ShapeError */
export function objectAt(
  value: Json | undefined,
  place: string,
): { readonly [key: string]: Json | undefined } {
  if (isObject(value)) return value;
  throw new ShapeError(place, "{…}", value);
}

export function listAt<Item>(
  value: Json | undefined,
  place: string,
  read: (item: Json, place: string) => Item,
): Item[] {
  if (!isList(value)) throw new ShapeError(place, "[…]", value);
  return value.map((item, at) => read(item, `${place}[${at}]`));
}

export function textAt(value: Json | undefined, place: string): string {
  if (typeof value === "string") return value;
  throw new ShapeError(place, "“…”", value);
}

export function hexAt(value: Json | undefined, place: string): string {
  const text = textAt(value, place);
  if (/^([0-9a-f]{2})+$/.test(text)) return text;
  throw new ShapeError(place, "0-9 a-f", value);
}

export function countAt(value: Json | undefined, place: string): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  throw new ShapeError(place, "0, 1, 2, …", value);
}

export function numberAt(value: Json | undefined, place: string): number {
  if (typeof value === "number") return value;
  throw new ShapeError(place, "1.5", value);
}

export function numberOrNullAt(value: Json | undefined, place: string): number | null {
  return value === null ? null : numberAt(value, place);
}

export function oneOf<const Name extends string>(
  names: readonly Name[],
  value: Json | undefined,
  place: string,
): Name {
  const found = names.find((name) => name === value);
  if (found !== undefined) return found;
  throw new ShapeError(place, names.join(" | "), value);
}

export function refuseMore(more: { [key: string]: Json | undefined }, place: string): void {
  const [key] = Object.keys(more);
  if (key !== undefined) throw new ShapeError(`${place}.${key}`, "–", more[key]);
}
