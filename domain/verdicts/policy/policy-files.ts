/** Reads the folder `policies/`: lists, facts, lines, standards and rules, and says where every mistake stands. */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";
import { type FactCatalogue, readCatalogue } from "../../../engines/policy/catalogue.ts";
import { type CompiledRule, checkRuleSet, compileRule } from "../../../engines/policy/compile.ts";
import { plainRequired } from "../../../engines/policy/plain-rule.ts";
import { PolicyError } from "../../../engines/policy/policy-error.ts";
import { type Rule, readRule } from "../../../engines/policy/rule.ts";
import {
  type SharedContradictions,
  readContradictions,
  withContradictions,
} from "./policy-contradictions.ts";
import {
  type LineAmount,
  type RequiredByRule,
  type Standard,
  readLines,
  readStandards,
} from "./policy-data.ts";

export const policiesFolder = fileURLToPath(new URL("../../../policies/", import.meta.url));

const engineFolder = fileURLToPath(new URL("../../../engines/policy/", import.meta.url));

/**
 * The version of the files, without compiling them: the same files read by the same engine always have the same version,
 * and a change of either is a new one, since it may change what a rule becomes in SQL.
 */
export function policyVersion(folder: string = policiesFolder): string {
  return versionOf(readTexts(folder, ".yaml"));
}

/** One mistake: `position` counts characters in the rule's field, not in the file. */
export interface PolicyMistake {
  file: string;
  rule: string | null;
  field: string | null;
  position: number | null;
  code: string;
  zh: string;
  en: string;
}

/** `cn-2016/exit/household.yaml exit.household.income when:12`: character 12 of that field. */
export function placeOf({ file, rule, field, position }: PolicyMistake): string {
  const at = field !== null && position !== null ? `${field}:${position}` : field;
  return [file, rule, at].filter((part) => part !== null && part !== "").join(" ");
}

export interface PolicySet {
  catalogue: FactCatalogue;
  lines: LineAmount[];
  standards: Standard[];
  rules: CompiledRule[];
  /** The file of each rule id, below the folder. */
  files: ReadonlyMap<string, string>;
  /** SHA-256 over all that verdicts and figures read: the same content always has the same version. */
  version: string;
  mistakes: PolicyMistake[];
}

/** Never throws for a mistake in a file: mistakes are collected, what is right is compiled. */
export function readPolicies(folder: string = policiesFolder): PolicySet {
  const mistakes: PolicyMistake[] = [];
  const texts = readTexts(folder, ".yaml");
  const read = <T>(file: string, use: (value: unknown) => T): T | undefined => {
    try {
      return use(parse(texts.get(file) ?? "[]"));
    } catch (error) {
      mistakes.push(mistakeOf(file, null, error));
      return undefined;
    }
  };
  const named = [...texts.keys()];
  const merged = (files: string[]): unknown[] =>
    files.flatMap((file) => read(file, (value) => listOf(value)) ?? []);
  const lists = merged(named.filter(isCodeList));
  const facts = merged(factFiles);
  const catalogue = attemptCatalogue({ lists, facts }, mistakes);
  const shared = read("contradictions.yaml", readContradictions) ?? new Map();
  const files = new Map<string, string>();
  const rules = named.filter(isRuleFile).flatMap((file) => {
    const compiled = compileFile(file, merged([file]), { catalogue, shared }, mistakes);
    for (const { rule } of compiled) files.set(rule.id, file);
    return compiled;
  });
  for (const error of checkRuleSet(rules.map((compiled) => compiled.rule)))
    mistakes.push(mistakeOf("policies", null, error));
  return {
    catalogue,
    lines: read("lines.yaml", readLines) ?? [],
    standards: read("standards.yaml", (value) => readStandards(value, requiredByRule(rules))) ?? [],
    rules,
    files,
    version: versionOf(texts),
    mistakes,
  };
}

/** What each rule asks for, as rules that repeat others are compared. */
export function requiredByRule(rules: readonly CompiledRule[]): RequiredByRule {
  return new Map(
    rules.map((compiled) => [compiled.rule.id, plainRequired(compiled).map(({ zh }) => zh)] as const),
  );
}

/**
 * The facts and code lists alone, for whoever compiles the rules that were applied: parsing the files of rules, too, would
 * cost a second. @throws PolicyError for a mistake in these files
 */
export function readFactCatalogue(folder: string = policiesFolder): FactCatalogue {
  const texts = readTexts(folder, ".yaml");
  const merged = (files: string[]): unknown[] =>
    files.flatMap((file) => listOf(parse(texts.get(file) ?? "[]")));
  return readCatalogue({ lists: merged([...texts.keys()].filter(isCodeList)), facts: merged(factFiles) });
}

const factFiles = ["facts-household.yaml", "facts-member.yaml"];

function isCodeList(file: string): boolean {
  return file.startsWith("code-lists/");
}

/** Files that no verdict and no figure reads: a change of theirs makes nothing that was evaluated out of date. */
const besideVerdicts = new Set([
  "books.yaml",
  "code-lists/documents.yaml",
  "fields.yaml",
  "exit-procedure.yaml",
  "help.yaml",
  "targets.yaml",
  "unused-columns.yaml",
]);

/** Of the engine: tests and what serves them, and what makes words when somebody looks. */
const besideOutcomes =
  /\.test\.ts$|^random-|^test-catalogue|^(example-words|gap|message|nearest|plain.*|sentence|show)\.ts$/;

/** Files that hold something else than rules. */
const otherFiles = new Set([
  ...factFiles,
  ...besideVerdicts,
  "contradictions.yaml",
  "indicators.yaml",
  "lines.yaml",
  "periods.yaml",
  "standards.yaml",
]);

function isRuleFile(file: string): boolean {
  return !otherFiles.has(file) && !isCodeList(file) && !file.startsWith("fields/");
}

function readTexts(folder: string, ending: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
  return new Map(files.map((file) => [file, readFileSync(join(folder, file), "utf8")]));
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  throw new PolicyError(
    "file.not-a-list",
    { position: 0, length: 0 },
    { zh: "文件应是一个列表。", en: "The file should be a list." },
  );
}

function attemptCatalogue(value: unknown, mistakes: PolicyMistake[]): FactCatalogue {
  try {
    return readCatalogue(value);
  } catch (error) {
    mistakes.push(mistakeOf("facts", null, error));
    return readCatalogue({ lists: [], facts: [] });
  }
}

function compileFile(
  file: string,
  values: unknown[],
  { catalogue, shared }: { catalogue: FactCatalogue; shared: SharedContradictions },
  mistakes: PolicyMistake[],
): CompiledRule[] {
  return values.flatMap((value) => {
    let rule: Rule;
    try {
      rule = readRule(withContradictions(value, shared));
    } catch (error) {
      mistakes.push(mistakeOf(file, idOf(value), error));
      return [];
    }
    const result = compileRule(rule, catalogue);
    if (result.ok) return [result.compiled];
    mistakes.push(...result.errors.map((error) => mistakeOf(file, rule.id, error)));
    return [];
  });
}

function idOf(value: unknown): string | null {
  return typeof value === "object" && value !== null && "id" in value && typeof value.id === "string"
    ? value.id
    : null;
}

function mistakeOf(file: string, rule: string | null, error: unknown): PolicyMistake {
  if (error instanceof PolicyError) {
    const { code, zh, en, field, position } = error;
    return {
      file,
      rule,
      field: field ?? null,
      position: error.length > 0 ? position + 1 : null,
      code,
      zh,
      en,
    };
  }
  const message = readableMessage(error);
  return {
    file,
    rule,
    field: null,
    position: null,
    code: "file.unreadable",
    zh: `文件读不懂：${message}`,
    en: `Cannot be read: ${message}`,
  };
}

function readableMessage(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : String(error);
}

function versionOf(policies: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  const judging = [...policies].filter(([file]) => !besideVerdicts.has(file));
  const engine = [...readTexts(engineFolder, ".ts")].filter(([file]) => !besideOutcomes.test(file));
  for (const [file, text] of [...judging, ...engine]) hash.update(`${file}\n${text.length}\n${text}`);
  return hash.digest("hex").slice(0, 16);
}
