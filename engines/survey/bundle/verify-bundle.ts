/**
 * Computes everything in a published bundle again. A pure function for the command line and for a page in a stranger's
 * browser: each line says what was checked, whether it came out, and of a difference the first place.
 */
import { readKey } from "../../tlog/key.ts";
import { type Json, canonicalJson } from "../draw/canonical-json.ts";
import { digestOf } from "./bundle.ts";
import { type Check, compared, failed, passed } from "./check.ts";
import { type Published, contentChecks } from "./content-checks.ts";
import { isObject, shown } from "./difference.ts";
import { readParts } from "./read-parts.ts";
import { ShapeError } from "./shape.ts";

/**
 * @param text of the file; anything else than a bundle is a failed check too, never an error
 * @param trusted verifier keys of the log and its witnesses that the reader has from elsewhere, see `readKey`
 * @throws InputError tlog.key for a trusted key that is none
 */
export function verifyBundle(text: string, trusted?: readonly string[]): Check[] {
  trusted?.forEach(readKey);
  const bundle = parsed(text);
  if (!isObject(bundle)) {
    return [failed("file.json", { place: "bundle", expected: "{…}", found: shown(text) })];
  }
  const ofFile = [passed("file.json"), formCheck(text, bundle)];
  // The digest last: of a changed part it only says that something changed.
  return [...ofFile, ...partChecks(bundle, trusted), digestCheck(bundle)];
}

function partChecks(bundle: Published, trusted: readonly string[] | undefined): Check[] {
  try {
    const parts = readParts(bundle);
    return [passed("file.parts"), ...contentChecks(bundle, parts, trusted)];
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    return [failed("file.parts", error.difference)];
  }
}

/** Undefined where the text is no JSON. */
function parsed(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** Spaces, the order of keys, a repeated key: what JSON does not see is seen here. */
function formCheck(text: string, bundle: Json): Check {
  const expected = `${canonicalForm(bundle)}\n`;
  if (text === expected) return passed("file.form");
  let at = 0;
  while (at < expected.length && expected[at] === text[at]) at += 1;
  const around = (from: string): string => JSON.stringify(from.slice(Math.max(0, at - 20), at + 20));
  return failed("file.form", {
    place: `character ${at + 1}`,
    expected: around(expected),
    found: around(text),
  });
}

/** Empty where the value has no canonical form. */
function canonicalForm(value: Json): string {
  try {
    return canonicalJson(value);
  } catch {
    return "";
  }
}

function digestCheck(bundle: Published): Check {
  const { digest, ...rest } = bundle;
  return compared("file.digest", "digest", canonicalForm(rest) === "" ? "–" : digestOf(rest), digest);
}
