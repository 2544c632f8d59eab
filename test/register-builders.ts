/** Builders for the register in tests: files as reading gives them, and households on the books. Nobody here is real. */
import type { HouseholdKey, RegisterListener } from "../domain/registry/register-listener.ts";
import type { Work } from "../domain/access/work.ts";
import type { ReadHousehold, ReadMember, ReadRegister } from "../domain/registry/reading.contract.ts";
import { applyImport } from "../domain/registry/import.service.ts";
import { installKeys } from "../platform/secrets/secrets.ts";
import { makeKeys } from "../platform/secrets/key-ring.ts";

installKeys(makeKeys());

let counter = 0;

/** An id number of an unassigned region with a right check digit; another one each time. */
export function syntheticId(birth = "19800101"): string {
  counter++;
  const digits = `990101${birth}${String(counter % 1000).padStart(3, "0")}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return digits + "10X98765432"[sum % 11];
}

export function aReadMember(wanted: Partial<ReadMember> = {}): ReadMember {
  const idNumber = wanted.idNumber === undefined ? syntheticId() : wanted.idNumber;
  return {
    sheet: "花名册",
    row: 4,
    registerNo: "4117020",
    personNo: null,
    name: "王建国",
    idNumber,
    idState: idNumber === null ? "missing" : "valid",
    idSex: "01",
    idBirth: "1980-01-01",
    phone: null,
    phoneState: null,
    isHead: true,
    repeatedAt: null,
    ...wanted,
    fields: {
      "member_year.relation": wanted.isHead === false ? "02" : "01",
      "member_year.health": ["01"],
      ...wanted.fields,
    },
  };
}

export function aReadHousehold(wanted: Partial<ReadHousehold> = {}): ReadHousehold {
  counter++;
  return {
    sheet: "花名册",
    row: 4,
    registerNo: `4117020${String(counter).padStart(6, "0")}`,
    phone: null,
    helper: null,
    members: [aReadMember()],
    ...wanted,
    place: { county: "驿城区", township: "水屯镇", village: "孟庄村", hamlet: null, ...wanted.place },
    fields: { "household_year.exit_status": "0", "household_year.attribute": "01", ...wanted.fields },
  };
}

export function aReadRegister(households: ReadHousehold[], wanted: Partial<ReadRegister> = {}): ReadRegister {
  return {
    layout: "roster",
    updatesOnly: false,
    year: 2018,
    sheets: [
      {
        name: "花名册",
        headerRow: 3,
        lastRow: null,
        fingerprint: "0".repeat(64),
        columns: [{ letter: "C", label: "村名", field: "place.village", confidence: 1, isChosen: false }],
      },
    ],
    unread: [],
    households,
    rejects: [],
    remarks: [],
    kept: [],
    corrected: [],
    rowsRead: households.length,
    ...wanted,
  };
}

/** A listener that only writes down what it was told. */
export function aListener(): RegisterListener & { told: string[] } {
  const told: string[] = [];
  return {
    told,
    householdChanges: async (_, key, year) => async () => {
      told.push(`household ${key.id} ${year}`);
      return { mended: [], failing: [] };
    },
    villagesListed: async (_, county) => void told.push(`villages ${county}`),
    countyChanged: async (_, county, year) => void told.push(`county ${county} ${year}`),
  };
}

export const importFile = { fileName: "花名册.xlsx", fileHash: Buffer.alloc(32, 7) };

/** A household on the books of 2018, by the way of an import. */
export async function aHousehold(
  work: Work,
  wanted: Partial<ReadHousehold> = {},
): Promise<HouseholdKey & { registerNo: string }> {
  const read = aReadHousehold(wanted);
  const { rejected } = await applyImport(work, aReadRegister([read]), importFile, aListener());
  const [reject] = rejected;
  if (reject) throw new Error(reject.reason.en);
  const row = await work.tx
    .selectFrom("registry.household")
    .select(["county_code", "id"])
    .where("register_no", "=", read.registerNo)
    .executeTakeFirstOrThrow();
  return { county: row.county_code, id: row.id, registerNo: read.registerNo };
}
