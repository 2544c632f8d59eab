import { expect, test } from "vitest";
import type { HistoryBook } from "../../../../domain/registry/household-history.contract.ts";
import { historyRows } from "./history-rows.ts";

function aBook(year: number, wanted: Partial<HistoryBook>): HistoryBook {
  return {
    year,
    bookStatus: "draft",
    updatedAt: "2019-01-01T00:00:00.000Z",
    persons: 3,
    registeredPersons: null,
    identificationStandard: null,
    attribute: null,
    householdType: null,
    exitStatus: null,
    exitYear: null,
    mainCause: null,
    otherCauses: [],
    income: null,
    livingCondition: null,
    guarantee: null,
    ...wanted,
  };
}

test("a value that differs from the year before is marked, also when it is new or gone", () => {
  const lifted = { code: "1", label: "脱贫", en: "out of poverty" };
  const poor = { code: "0", label: "未脱贫", en: "poor" };
  const words = ({ label, en }: typeof poor) => ({ zh: label, en });
  const rows = historyRows([
    aBook(2017, { exitStatus: poor }),
    aBook(2018, { exitStatus: lifted, exitYear: 2018 }),
    aBook(2019, { exitStatus: lifted }),
  ]);
  expect(rows.map(({ word, values, changed }) => [word, values, changed])).toEqual([
    ["history.field.exitStatus", [words(poor), words(lifted), words(lifted)], [false, true, false]],
    ["history.field.exitYear", [null, 2018, null], [false, true, true]],
    ["history.field.persons", [3, 3, 3], [false, false, false]],
  ]);
});
