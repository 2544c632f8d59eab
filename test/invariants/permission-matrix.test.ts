/**
 * Random people at random places try everything everywhere, through HTTP. The oracle below is written a second time and
 * in another way than the product, so that a slip in either shows.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { Permission } from "../../domain/access/role.contract.ts";
import type { PersonRole } from "../../domain/access/person.contract.ts";
import type { Routes } from "../../domain/access/routes.ts";
import { requireArea } from "../../domain/access/work.ts";
import { recordAudit } from "../../domain/audit/event.service.ts";
import { rolledBack } from "../api.ts";

/** One column a role; x may. */
const columns = [
  "administrator",
  "provinceReader",
  "cityReader",
  "countyDataOfficer",
  "townshipClerk",
  "villageTeam",
  "helper",
];
const table = `
  today.read        x x x x x x x
  area.read         x x x x x x x
  area.read-own     x x x x x x x
  code-list.list    x x x x x x x
  figure.read       x x x x x x x
  figure.export     x x x x x x x
  rank.read         x x x x x x x
  series.read       x x x x x x x
  map.read          x x x x x x x
  map.upload        - - - x - - -
  household.list    - x x x x x x
  household.read    - x x x x x x
  household.export  - x x x x x -
  household.fetch-export - x x x x x -
  household.history - x x x x x x
  household.open    - - - x x x x
  household.update  - - - x x x -
  verdict.preview   - - - x x x -
  import.create     - - - x x - -
  import.apply      - - - x x - -
  import.restart    - - - x x - -
  import.list       - - - x x - -
  import.read       - - - x x - -
  import.list-fields - - - x x - -
  import.list-unused-columns - - - x x - -
  import.map        - - - x x - -
  import.unmap      - - - x x - -
  import.withdraw-correction - - - x x - -
  import.open-rejected - - - x x - -
  import.fetch-rejected - - - x x - -
  import.undo - - - x x - -
  import.close - - - x x - -
  import.list-left-alone - - - x x - -
  import.list-reject-groups - - - x x - -
  import.list-rejects - - - x x - -
  import.list-differences - - - x x - -
  import.list-corrections - - - x x - -
  import.correct - - - x x - -
  import.check-again - - - x x - -
  verdict.read      - x x x x x x
  verdict.evaluate  - - - x - - -
  policy.read       x x x x x x x
  policy.read-rule  x x x x x x x
  policy.read-lines x x x x x x x
  policy.what-if    - x x x - - -
  policy.what-if-list - x x x - - -
  target.read       - x x x x x x
  task.list         x x x x x x x
  task.read         x x x x x x x
  audit.read        x - - x - - -
  audit.list-people x - - x - - -
  person.list       x - - - - - -
  person.add        x - - - - - -
  person.grant      x - - - - - -
  person.disable    x - - - - - -`;
const matrix = new Map(
  table
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .map(([permission, ...cells]) => [permission, columns.filter((_, position) => cells[position] === "x")]),
);

test("the table speaks of every permission", () => {
  expect([...matrix.keys()]).toEqual(Permission.options);
});

/** One route a permission that writes an entry at the place of the body. */
const probes: Routes = (app) => {
  for (const permission of Permission.options) {
    app.post(`/probe/${permission}`, {
      config: { permission },
      schema: { body: z.strictObject({ areaCode: z.string(), careful: z.boolean() }) },
      handler: (request) =>
        request.work(async (work) => {
          const { areaCode, careful } = request.body;
          // A careless service forgets to ask; the database must still stand.
          if (careful) requireArea(work.actor, areaCode);
          await recordAudit(work, "household.update", { kind: "probe", id: areaCode, area: areaCode });
          const rows = work.tx.selectFrom("audit.event").select("id").where("subject_id", "=", areaCode);
          return { seen: (await rows.execute()).length > 0 };
        }),
    });
  }
};

// Few of each, so that places often lie inside one another.
const place = fc
  .tuple(
    fc.constantFrom("41", "42"),
    fc.constantFrom("17", "01"),
    fc.constantFrom("02", "21"),
    fc.constantFrom("001", "100"),
    fc.constantFrom("001", "200"),
    fc.constantFrom(0, 2, 4, 6, 9, 12),
  )
  .map(([...parts]) => parts.slice(0, 5).join("").slice(0, Number(parts[5])));

const roles = columns as PersonRole[];

test("a person may what the role may, at the place of the grant and below, and nowhere else", () =>
  rolledBack(async (t) => {
    const server = await t.serving(probes);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...roles),
        fc.constantFrom(...Permission.options),
        place,
        place,
        fc.boolean(),
        async (role, permission, home, target, careful) => {
          const person = await t.aPerson({ role, areaCode: home.padEnd(12, "0") });
          const areaCode = target.padEnd(12, "0");
          const reply = await server
            .as(person)
            .post<{ seen?: boolean }>(`/probe/${permission}`, { areaCode, careful });
          const mayVerb = matrix.get(permission)?.includes(role) ?? false;
          const within = target.startsWith(home);
          if (!mayVerb) expect(reply.status).toBe(403);
          else if (within) expect(reply).toMatchObject({ status: 200, body: { seen: true } });
          // Writing an entry elsewhere is allowed to the record itself, but it stays invisible.
          else if (careful) expect(reply.status).toBe(404);
          else expect(reply).toMatchObject({ status: 200, body: { seen: false } });
        },
      ),
      { numRuns: 300 },
    );
    await server.app.close();
  }));
