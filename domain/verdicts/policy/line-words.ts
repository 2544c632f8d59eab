/** Concept and formula of a line in English: a reading aid beside the Chinese words, which are what is applied. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { BothLanguages } from "../../../platform/both-languages.contract.ts";
import { readLines } from "./policy-data.ts";
import { policiesFolder } from "./policy-files.ts";

let english: ReadonlyMap<string, string> | undefined;

/** Words of a line as it was applied, with their English of lines.yaml; words that the file no longer has stand for both. */
export function inBothLanguages(zh: string): BothLanguages {
  english ??= readWords();
  return { zh, en: english.get(zh) ?? zh };
}

function readWords(): ReadonlyMap<string, string> {
  const lines = readLines(parse(readFileSync(join(policiesFolder, "lines.yaml"), "utf8")));
  const words = lines.flatMap(({ concept, formula }) => (formula ? [concept, formula] : [concept]));
  return new Map(words.map(({ zh, en }) => [zh, en]));
}
