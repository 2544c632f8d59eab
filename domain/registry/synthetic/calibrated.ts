/**
 * Books of invented households whose counts are exactly those that were published about a real place: households and persons
 * of the base, persons who left poverty, persons who left the base in between. Who they are is made up.
 */
import type { ReadHousehold, ReadRegister } from "../reading.contract.ts";
import { householdAt, type SyntheticHousehold, type SyntheticVillage } from "./household.ts";
import type { SyntheticPerson } from "./person.ts";
import { chanceOf } from "./random.ts";
import { readHouseholdOf, type Standing } from "./read-household.ts";

export interface CalibratedPlace {
  seed: number;
  villages: readonly SyntheticVillage[];
  households: number;
  /** The first registration, where everybody was poor. */
  base: { year: number; persons: number };
  /** A later book: of its `persons` the `lifted` are out of poverty, `liftedInYear` of them in the year itself. */
  later?: { year: number; persons: number; lifted: number; liftedInYear: number };
}

const trimStream = 7;

/** One file a book, the base first. @throws Error when the counts cannot be met with these households */
export function calibratedBooks(place: CalibratedPlace): ReadRegister[] {
  const { base, later } = place;
  const drawn = drawHouseholds(place, (later ?? base).year);
  const removed = trim(place, drawn, (later ?? base).persons);
  const poor: Standing = { exitStatus: "0", exitYear: null };
  if (!later) return [bookOf(base.year, drawn, () => poor, "full")];
  const first = withReturned(drawn, removed, base.persons - later.persons);
  const standings = standingsOf(drawn, later);
  return [
    bookOf(base.year, first, () => poor, "base"),
    bookOf(later.year, drawn, (index) => standings[index] ?? poor, "full"),
  ];
}

/** Nobody is so young that the first book could not name him. */
function drawHouseholds({ seed, villages, households, base }: CalibratedPlace, year: number) {
  const plan = { households, seed, year, villages };
  return Array.from({ length: households }, (_, index) => {
    const household = householdAt(plan, index);
    const members = household.members.filter(
      ({ idNumber }, member) => member === 0 || Number(idNumber.slice(6, 10)) <= base.year,
    );
    return { ...household, members };
  });
}

type Removed = Map<SyntheticHousehold, SyntheticPerson>;

/** Takes last members away, in a random order, until the register has so many persons. Remembers one of each household. */
function trim({ seed }: CalibratedPlace, drawn: SyntheticHousehold[], persons: number): Removed {
  const removed: Removed = new Map();
  let surplus = drawn.reduce((sum, { members }) => sum + members.length, 0) - persons;
  if (surplus < 0) throw new Error("The households are too few for so many persons");
  for (let round = 0; surplus > 0; round++) {
    if (round > 100) throw new Error("The households are too many for so few persons");
    const chance = chanceOf(seed, trimStream, round);
    for (const household of drawn) {
      if (surplus === 0) break;
      if (household.members.length < 2 || !chance.happens(0.4)) continue;
      const last = household.members.pop();
      if (last) removed.set(household, last);
      surplus--;
    }
  }
  return removed;
}

/** The households of the base: `count` of them had one member more, who left in between. */
function withReturned(drawn: SyntheticHousehold[], removed: Removed, count: number): SyntheticHousehold[] {
  let missing = count;
  const base = drawn.map((household) => {
    const left = removed.get(household);
    if (left === undefined || missing === 0) return household;
    missing--;
    return { ...household, members: [...household.members, left] };
  });
  if (missing > 0) throw new Error("Too few members were taken away to have left the base");
  return base;
}

/** Who is out of poverty: households are taken in turn as long as they fit, so that both sums are met exactly. */
function standingsOf(
  drawn: readonly SyntheticHousehold[],
  { year, persons, lifted, liftedInYear }: NonNullable<CalibratedPlace["later"]>,
): Standing[] {
  const room = { poor: persons - lifted, inYear: liftedInYear };
  const standings = drawn.map(({ members }, index): Standing => {
    const isNextPoor = index % 9 === 0 || index > drawn.length - 2_000;
    if (isNextPoor && members.length <= room.poor) {
      room.poor -= members.length;
      return { exitStatus: "0", exitYear: null };
    }
    if ((index % 5 === 0 || index > drawn.length - 2_000) && members.length <= room.inYear) {
      room.inYear -= members.length;
      return { exitStatus: "1", exitYear: year };
    }
    return { exitStatus: "1", exitYear: year - 1 - (index % 2) };
  });
  if (room.poor > 0 || room.inYear > 0)
    throw new Error("The households do not fit the persons out of poverty");
  return standings;
}

function bookOf(
  year: number,
  drawn: readonly SyntheticHousehold[],
  standingOf: (index: number) => Standing,
  detail: "base" | "full",
): ReadRegister {
  const households: ReadHousehold[] = drawn.map((household, index) =>
    readHouseholdOf(household, standingOf(index), index + 2, detail),
  );
  return {
    layout: "roster",
    updatesOnly: false,
    year,
    sheets: [],
    unread: [],
    households,
    rejects: [],
    remarks: [],
    kept: [],
    corrected: [],
    rowsRead: households.reduce((sum, { members }) => sum + members.length, 0),
  };
}
