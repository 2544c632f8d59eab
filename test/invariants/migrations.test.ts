/** Laws of migrations that the catalogue no longer shows: what is written, not what came out. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "libpg-query";
import { describe, expect, test } from "vitest";

const folder = join(import.meta.dirname, "../../db/migrations");
const files = readdirSync(folder).filter((name) => name.endsWith(".sql"));

type Node = Record<string, unknown>;

/** Every node of a syntax tree by its kind: `["Constraint", { contype, … }]`. */
function* nodesIn(value: unknown): Generator<[kind: string, node: Node]> {
  if (typeof value !== "object" || value === null) return;
  for (const [kind, child] of Object.entries(value)) {
    if (!Array.isArray(child) && typeof child === "object" && child !== null) yield [kind, child as Node];
    yield* nodesIn(child);
  }
}

const needNames = ["CONSTR_PRIMARY", "CONSTR_UNIQUE", "CONSTR_FOREIGN", "CONSTR_CHECK"];

/** What Citus cannot carry, by kind of node and the words for it. */
const forbidden: Record<string, (node: Node) => string | false> = {
  CreateTrigStmt: () => "a trigger",
  RuleStmt: () => "a rule",
  CreateDomainStmt: () => "a domain",
  MergeStmt: () => "MERGE",
  Constraint: (node) =>
    (node["contype"] === "CONSTR_EXCLUSION" && "an exclusion constraint") ||
    (node["contype"] === "CONSTR_ATTR_DEFERRABLE" && "a deferrable constraint") ||
    (node["deferrable"] === true && "a deferrable constraint") ||
    (node["fk_del_action"] === "n" && "a SET NULL foreign key"),
};

describe.each(files)("%s", async (name) => {
  const text = readFileSync(join(folder, name), "utf8");
  const nodes = [...nodesIn(await parse(text))];

  test("begins with its reason and with the guard for Citus", () => {
    const [first = "", ...lines] = text.split("\n");
    expect(first).toMatch(/^-- [A-Z]/);
    expect(lines.find((line) => !line.startsWith("--"))).toContain(
      "set_config('citus.multi_shard_modify_mode', 'sequential', true)",
    );
  });

  test("names every constraint", () => {
    const unnamed = nodes.filter(
      ([kind, node]) =>
        kind === "Constraint" && needNames.includes(String(node["contype"])) && !node["conname"],
    );
    const lineOf = (node: Node) => text.slice(0, Number(node["location"])).split("\n").length;
    expect(unnamed.map(([, node]) => `line ${lineOf(node)}: ${String(node["contype"])}`)).toEqual([]);
  });

  test("uses nothing that Citus cannot carry", () => {
    expect(nodes.map(([kind, node]) => forbidden[kind]?.(node)).filter(Boolean)).toEqual([]);
  });
});
