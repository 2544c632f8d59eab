/** A whole file against the register: places resolved, duplicates found, each household compared. Nothing is written. */
import type { Scope } from "../../../platform/db/database.ts";
import { secrets } from "../../../platform/secrets/secrets.ts";
import { type Work, scopeOf } from "../../access/work.ts";
import { listPath, listPlaceNames } from "../division.service.ts";
import { helperBook } from "./helper.ts";
import { type Holder, settleHouseholds } from "./holder.ts";
import { type FileHousehold, compareHousehold, updateHousehold } from "./household.ts";
import type { FileMember } from "./member-cells.ts";
import { type Comparison, type CountyPlan, comparedColumns, emptyPlan, tellHousehold } from "./plan.ts";
import { isOutside, setApart } from "./outside.ts";
import * as rejects from "./rejects.ts";
import { type PlaceFinder, placeFinder } from "./place-names.ts";
import type { ReadMember, ReadPlace, ReadRegister, Reject } from "../reading.contract.ts";
import { titleOf } from "../register-field.ts";
import * as load from "./load.sql.ts";
import { columnsAmong } from "./row.ts";

/** The households of the file by county, and what could not be placed. */
export interface PlacedFile {
  counties: Map<string, FileHousehold[]>;
  rejected: Reject[];
  /** Households of the file that live outside the actor's area, one line each: not his to write, and no fault of the file. */
  outside: Reject[];
  /** What reading rejected and left out of those that are the actor's. */
  faults: { rejects: Reject[]; remarks: Reject[] };
  /** Household numbers of rows that were not taken: the file names these households, whatever became of the rows. */
  namedInRejects: string[];
  /** The official name of the village; null when it is not found. */
  villageOf: (one: Pick<Reject, "place" | "registerNo">) => string | null;
  columns: load.FileColumns;
  labelIn: Comparison["labelIn"];
  placeName: Comparison["placeName"];
}

export async function placeHouseholds(work: Work, read: ReadRegister): Promise<PlacedFile> {
  const labelIn = labelFinder(read);
  const scope = scopeOf(work.actor.areaCode);
  const places = await listPlaceNames(work, scope.areaLow, scope.areaHigh, (counties) =>
    countiesOf(read, placeFinder(counties)),
  );
  const finder = placeFinder(places);
  const names = new Map(places.toReversed().map((place) => [place.code, place.name]));
  const { counties, rejected, outside } = placeEach(read, { finder, scope, labelIn });
  const villages = new Map(
    [...counties.values()].flat().map((file) => [file.read.registerNo, file.areaCode]),
  );
  const livesOutside = ({ place }: Reject): boolean => {
    const code = read.updatesOnly ? undefined : codeIn(finder, place);
    return code !== undefined && isOutside(code, scope);
  };
  return {
    counties,
    rejected,
    ...setApart(read, outside, labelIn, livesOutside),
    namedInRejects: [...read.rejects, ...rejected, ...outside].flatMap(({ registerNo }) => registerNo ?? []),
    villageOf({ place, registerNo }) {
      const code = codeIn(finder, place) ?? (read.updatesOnly ? "" : villages.get(registerNo ?? ""));
      return names.get(code ?? "") ?? null;
    },
    columns: columnsOf(read),
    labelIn,
    placeName: (code) => names.get(code) ?? code,
  };
}

function placeEach(
  read: ReadRegister,
  { finder, scope, labelIn }: { finder: PlaceFinder; scope: Scope; labelIn: Comparison["labelIn"] },
): { counties: PlacedFile["counties"]; rejected: Reject[]; outside: Reject[] } {
  const counties: PlacedFile["counties"] = new Map();
  const [rejected, outside]: [Reject[], Reject[]] = [[], []];
  const seen = new Set<string>();
  for (const household of read.households) {
    // A file that only updates finds its households by number; where they live is the register's business.
    const found = read.updatesOnly ? finder.findCounty(household.place.county) : finder.find(household.place);
    if ("unknown" in found) {
      rejected.push(rejects.rejectPlace(household, labelIn, found));
      continue;
    }
    if (!read.updatesOnly && isOutside(found.code, scope)) {
      outside.push(rejects.rejectOutside(household, labelIn));
      continue;
    }
    const county = found.code.slice(0, 6);
    if (seen.has(`${county}/${household.registerNo}`)) {
      rejected.push(rejects.rejectNumberTwice(household, labelIn));
      continue;
    }
    seen.add(`${county}/${household.registerNo}`);
    const file = { read: household, areaCode: found.code, members: household.members.map(indexMember) };
    const others = counties.get(county);
    if (others) others.push(file);
    else counties.set(county, [file]);
  }
  return { counties, rejected, outside };
}

function codeIn(finder: PlaceFinder, place: ReadPlace | undefined): string | undefined {
  const found = place && finder.find(place);
  return found && "code" in found ? found.code : undefined;
}

function countiesOf(read: ReadRegister, finder: PlaceFinder): string[] {
  const names = new Set(read.households.map((household) => household.place.county));
  return [...names].flatMap((name) => {
    const found = finder.findCounty(name);
    return "code" in found ? [found.code] : [];
  });
}

function columnsOf(read: ReadRegister): load.FileColumns {
  const keys = new Set<string>();
  const memberKeys = new Set<string>();
  for (const { fields } of read.households) for (const key in fields) keys.add(key);
  for (const { members } of read.households)
    for (const { fields } of members) for (const key in fields) memberKeys.add(key);
  // A person who moves from one household to another leaves with a status and a reason, whatever columns the file has.
  if (!read.updatesOnly)
    for (const column of ["member_status", "change_reason"]) memberKeys.add(`member_year.${column}`);
  return {
    household_year: columnsAmong(keys, "household_year"),
    income_statement: columnsAmong(keys, "income_statement"),
    living_condition: columnsAmong(keys, "living_condition"),
    guarantee: columnsAmong(keys, "guarantee"),
    monitoring: columnsAmong(keys, "monitoring"),
    member: columnsAmong(memberKeys, "member"),
    member_year: columnsAmong(memberKeys, "member_year"),
  };
}

function labelFinder(read: ReadRegister): Comparison["labelIn"] {
  const labels = new Map<string, string>();
  for (const { name, columns } of read.sheets) {
    for (const { field, label } of columns) if (field !== null) labels.set(`${name}/${field}`, label);
  }
  return (sheet, field) => labels.get(`${sheet}/${field}`) ?? titleOf(field);
}

function indexMember(member: ReadMember): FileMember {
  const isReal = member.idNumber !== null && member.idState !== "placeholder";
  return {
    ...member,
    idIndex: isReal && member.idNumber !== null ? secrets().index.ofId(member.idNumber) : null,
  };
}

/** Compares the households of one county with its books of the year. */
export async function compareCounty(
  work: Work,
  file: PlacedFile,
  county: string,
  options: { year: number; updatesOnly: boolean },
): Promise<CountyPlan> {
  const { labelIn, columns, placeName } = file;
  const households = file.counties.get(county) ?? [];
  const plan = emptyPlan(county);
  const same = { year: options.year, now: work.now, labelIn, placeName, ...comparedColumns(columns) };
  const numbers = households.map((household) => household.read.registerNo);
  const known = await load.loadKnown(work.tx, county, options.year, numbers, columns);
  const taken = await load.listTakenNumbers(
    work.tx,
    county,
    numbers.filter((number) => !known.has(number)),
  );
  const holders = await listHolders(work, options.year, households);
  const helpers = helperBook(await load.listHelpers(work.tx, county));
  const candidates = households.flatMap((file) => {
    const candidate = { file, known: known.get(file.read.registerNo) };
    const reject = rejectedNumber(candidate, taken, options, labelIn);
    if (reject) plan.rejected.push(reject);
    return reject ? [] : [candidate];
  });
  const { updatesOnly } = options;
  const settled = settleHouseholds(candidates, { labelIn, holders, updatesOnly });
  plan.rejected.push(...settled.rejected);
  const rejectedRows = countByHousehold([...file.faults.rejects, ...settled.rejected]);
  const compare: Comparison = { ...same, plan, rejectedRows };
  for (const one of settled.households) {
    if (updatesOnly && one.known)
      updateHousehold(compare, { ...one.file, areaCode: one.known.areaCode }, one.known, helpers);
    else compareHousehold(compare, one, helpers);
  }
  if (!updatesOnly) await noteGone(work, compare, households, [...numbers, ...file.namedInRejects]);
  return plan;
}

/** Households on the books of the file's townships that the file does not name. */
async function noteGone(
  work: Work,
  { plan, year, placeName }: Comparison,
  households: readonly FileHousehold[],
  numbers: string[],
): Promise<void> {
  const townships = [...new Set(households.map((household) => household.areaCode.slice(0, 9)))];
  const gone = await load.listGone(work.tx, plan.county, year, townships, numbers);
  plan.gone = gone.map((row) => row.register_no);
  for (const { register_no, head_name, area_code } of gone)
    plan.told.set(register_no, tellHousehold(head_name, placeName(area_code)));
}

function countByHousehold(rows: readonly Reject[]): Map<string, number> {
  const byHousehold = Map.groupBy(rows, ({ registerNo }) => registerNo ?? "");
  return new Map([...byHousehold].map(([registerNo, { length }]) => [registerNo, length]));
}

/** Files that only update need the number on the books; others must not use one that is taken outside the scope. */
function rejectedNumber(
  { file, known }: { file: FileHousehold; known: load.KnownHousehold | undefined },
  taken: ReadonlySet<string>,
  { year, updatesOnly }: { year: number; updatesOnly: boolean },
  labelIn: Comparison["labelIn"],
): Reject | undefined {
  if (updatesOnly && !known?.books.household_year)
    return rejects.rejectUnknownHousehold(file.read, labelIn, year);
  if (!updatesOnly && taken.has(file.read.registerNo)) return rejects.rejectNumberTaken(file.read, labelIn);
  return undefined;
}

async function listHolders(
  work: Work,
  year: number,
  households: FileHousehold[],
): Promise<Map<string, Holder>> {
  const indexes = households.flatMap(({ members }) =>
    members.flatMap(({ idIndex, idState }) => (idIndex && idState === "valid" ? [idIndex] : [])),
  );
  const rows = indexes.length === 0 ? [] : await load.listIdentityHolders(work.tx, year, indexes);
  const names = new Map<string, string>();
  for (const county of new Set(rows.map((row) => row.county_code))) {
    const path = await listPath(work, `${county}000000`);
    names.set(county, path.map((place) => place.name).join("") || county);
  }
  return new Map(
    rows.map((row) => [
      row.id_index.toString("hex"),
      { ...row, countyName: names.get(row.county_code) ?? row.county_code },
    ]),
  );
}
