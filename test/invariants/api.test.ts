/** Laws of the HTTP face, read from its description. */
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { describeApi, openapiFile } from "../../apps/api/openapi.ts";
import { Permission } from "../../domain/access/role.contract.ts";
import { shownOnPurpose } from "./shown-on-purpose.ts";

const text = await describeApi();
const description = JSON.parse(text) as Description;

interface Schema {
  $ref?: string;
  description?: string;
  properties?: Record<string, Schema>;
  [keyword: string]: unknown;
}

interface Operation {
  operationId?: string;
  summary?: string;
  "x-permission"?: string;
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
}

interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

const operations = Object.entries(description.paths).flatMap(([url, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${url}`,
    operation,
  })),
);

test("every operation has a summary and an operationId of its own, which is its permission", () => {
  const nameless = operations.filter(
    ({ operation }) =>
      !operation.summary ||
      !operation.operationId ||
      ![operation.operationId, "public", "self"].includes(operation["x-permission"] ?? ""),
  );
  expect(nameless.map(({ name }) => name)).toEqual([]);
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(ids.filter((id, position) => ids.indexOf(id) !== position)).toEqual([]);
});

test("what needs no session is known", () => {
  const open = operations.filter(({ operation }) => operation["x-permission"] === "public");
  expect(open.map(({ name }) => name)).toEqual(["POST /api/v1/session", "GET /api/v1/demo"]);
});

test("every permission opens something", () => {
  const used = new Set(operations.map(({ operation }) => operation["x-permission"]));
  expect(Permission.options.filter((permission) => !used.has(permission))).toEqual([]);
});

// As the register's columns are named: name, head_name, phone_cipher, id_cipher, phone_index … What is masked says so,
// in its name (`maskedHead`) or in its description.
const personal =
  /^(name|.*Name|head|.*Head|.*phone.*|id(Number|Card|Cipher|Index).*|.*(cipher|hash|password|bank|account).*)$/i;

/** Properties of a schema with their own schemas, also below references. */
function* propertiesOf(schema: unknown, seen = new Set<string>()): Generator<[string, Schema]> {
  if (typeof schema !== "object" || schema === null) return;
  const { $ref, properties, ...rest } = schema as Schema;
  const target = $ref?.split("/").at(-1);
  if (target && !seen.has(target))
    yield* propertiesOf(description.components.schemas[target], new Set([...seen, target]));
  for (const [name, child] of Object.entries(properties ?? {})) {
    yield [name, child];
    yield* propertiesOf(child, seen);
  }
  for (const value of Object.values(rest)) yield* propertiesOf(value, seen);
}

test("nothing personal leaves unmasked, except where it is opened for a purpose or shown on purpose", () => {
  const found = new Set<string>();
  for (const { operation } of operations) {
    if (operation["x-permission"] === "household.open") continue;
    const answers = Object.entries(operation.responses).filter(([status]) => status.startsWith("2"));
    for (const [name, schema] of propertiesOf(answers)) {
      const masked = /^masked/i.test(name) || /^masked/i.test(schema.description ?? "");
      if (personal.test(name) && !masked) found.add(`${operation.operationId} ${name}`);
    }
  }
  expect([...found].filter((place) => !(place in shownOnPurpose))).toEqual([]);
});

test("no exception outlives its reason", () => {
  const everything = new Set(
    operations.flatMap(({ operation }) =>
      [...propertiesOf(operation.responses)].map(([name]) => `${operation.operationId} ${name}`),
    ),
  );
  expect(Object.keys(shownOnPurpose).filter((place) => !everything.has(place))).toEqual([]);
});

test("docs/api/openapi.json is fresh", async () => {
  expect(text === (await readFile(openapiFile, "utf8")), "run npm run generate").toBe(true);
});
