/** Interviews in a bundle: what was found at each drawn unit, without anything personal. */
import type { Draw } from "../draw/draw.ts";
import { type Check, failed, notShown, passed } from "./check.ts";

export const interviewStates = [
  "interviewed",
  "refused",
  /** After three visits at different times. */
  "absent",
  /** The whole household. */
  "moved",
  "dissolved",
  "not-found",
  "wrongly-on-frame",
] as const;

export type Interview = {
  /** Of a drawn household, or unit where the plan has one stage, or of a reserve that was opened. */
  id: string;
  state: (typeof interviewStates)[number];
  answers: { [question: string]: string | number | boolean | null };
};

/** Units that share one order of drawn and reserves: a stratum, or a group in a village. */
interface Order {
  /** The village; of one stage the stratum. */
  place: string;
  drawn: string[];
  reserves: string[];
}

/** A reserve may be opened for a drawn unit that is absent or has moved; a frame error is never replaced. */
const replaceable: ReadonlySet<string> = new Set(["absent", "moved"]);

export function checkInterviews(draw: Draw, interviews: readonly Interview[]): Check[] {
  const orders = ordersOf(draw);
  return [
    onlyDrawn(orders, interviews),
    reservesUsed(orders, interviews),
    allDrawn(orders, interviews),
    replacedCheck(orders, interviews),
  ];
}

function onlyDrawn(orders: readonly Order[], interviews: readonly Interview[]): Check {
  const states = statesOf(interviews);
  const allowed = new Set(orders.flatMap((order) => [...order.drawn, ...openingOf(order, states).opened]));
  const seen = new Set<string>();
  for (const [at, { id }] of interviews.entries()) {
    const place = `interviews[${at}].id`;
    if (!allowed.has(id)) return failed("interviews.drawn", { place, expected: "–", found: id });
    if (seen.has(id)) return failed("interviews.drawn", { place, expected: "–", found: `${id} ×2` });
    seen.add(id);
  }
  return passed("interviews.drawn");
}

interface Opening {
  /** Reserves that may have a state: a first part of their order without a gap, and the one that follows. */
  opened: string[];
  /** Who would have to be visited next, while a place is open. */
  next: string | undefined;
}

/** As many reserves, from the first on, as units before them were absent or had moved; nobody behind one without a state. */
function openingOf({ drawn, reserves }: Order, states: ReadonlyMap<string, string>): Opening {
  const isOpen = (id: string): boolean => replaceable.has(states.get(id) ?? "");
  let places = drawn.filter(isOpen).length;
  const opened: string[] = [];
  for (const id of reserves) {
    if (places === 0) break;
    if (!states.has(id)) return { opened, next: id };
    opened.push(id);
    if (!isOpen(id)) places -= 1;
  }
  return { opened, next: undefined };
}

function statesOf(interviews: readonly Interview[]): Map<string, string> {
  return new Map(interviews.map(({ id, state }) => [id, state]));
}

/** A visit to a reserve that went as nobody wished can be left out: then its place stands open. */
function reservesUsed(orders: readonly Order[], interviews: readonly Interview[]): Check {
  const states = statesOf(interviews);
  const next = orders.map((order) => openingOf(order, states).next).find((id) => id !== undefined);
  if (next === undefined) return passed("interviews.reserves");
  return notShown("interviews.reserves", { place: "interviews", expected: next, found: "–" });
}

/** Of those drawn in a village at most so many may be replaced before only bounds may be reported. */
const mostReplaced = 0.1;

function replacedCheck(orders: readonly Order[], interviews: readonly Interview[]): Check {
  const states = statesOf(interviews);
  const above = [...Map.groupBy(orders, ({ place }) => place)].flatMap(([place, own]) => {
    const drawn = own.reduce((sum, order) => sum + order.drawn.length, 0);
    const replaced = own.reduce((sum, order) => sum + openingOf(order, states).opened.length, 0);
    return replaced > mostReplaced * drawn ? [`${place}: ${replaced}/${drawn}`] : [];
  });
  if (above.length === 0) return passed("interviews.replaced");
  const expected = `≤ ${mostReplaced * 100} %`;
  return notShown("interviews.replaced", { place: "interviews", expected, found: above.join(", ") });
}

function allDrawn(orders: readonly Order[], interviews: readonly Interview[]): Check {
  const visited = new Set(interviews.map(({ id }) => id));
  const missing = orders.flatMap((order) => order.drawn).find((id) => !visited.has(id));
  if (missing === undefined) return passed("interviews.complete");
  return failed("interviews.complete", { place: "interviews", expected: missing, found: "–" });
}

function ordersOf(draw: Draw): Order[] {
  const { second } = draw;
  const inStratum = ({ stratum }: { stratum: string }) => ({ place: stratum, key: stratum });
  if (!second) {
    return ordersBy(
      draw.selected.map(({ unit }) => unit),
      draw.reserves,
      inStratum,
    );
  }
  const drawn = second.households.map(({ household }) => household);
  return ordersBy(drawn, second.reserves, ({ village, group }) => ({
    place: village,
    key: `${village} ${group}`,
  }));
}

function ordersBy<Unit extends { id: string }>(
  drawn: readonly Unit[],
  reserves: readonly Unit[],
  placeOf: (unit: Unit) => { place: string; key: string },
): Order[] {
  const following = Map.groupBy(reserves, (unit) => placeOf(unit).key);
  return [...Map.groupBy(drawn, (unit) => placeOf(unit).key)].flatMap(([key, units]) =>
    units.slice(0, 1).map((first) => ({
      place: placeOf(first).place,
      drawn: units.map(({ id }) => id),
      reserves: (following.get(key) ?? []).map(({ id }) => id),
    })),
  );
}
