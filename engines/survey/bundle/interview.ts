/** Interviews in a bundle: what was found at each drawn unit, without anything personal. */
import type { Draw } from "../draw/draw.ts";
import { type Check, failed, passed } from "./check.ts";

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
  drawn: string[];
  reserves: string[];
}

/** A reserve may be opened for a drawn unit that is absent or has moved; a frame error is never replaced. */
const replaceable: ReadonlySet<string> = new Set(["absent", "moved"]);

export function checkInterviews(draw: Draw, interviews: readonly Interview[]): Check[] {
  const orders = ordersOf(draw);
  return [onlyDrawn(orders, interviews), allDrawn(orders, interviews), nothingPersonal(interviews)];
}

function onlyDrawn(orders: readonly Order[], interviews: readonly Interview[]): Check {
  const allowed = new Set(orders.flatMap((order) => [...order.drawn, ...openable(order, interviews)]));
  const seen = new Set<string>();
  for (const [at, { id }] of interviews.entries()) {
    const place = `interviews[${at}].id`;
    if (!allowed.has(id)) return failed("interviews.drawn", { place, expected: "–", found: id });
    if (seen.has(id)) return failed("interviews.drawn", { place, expected: "–", found: `${id} ×2` });
    seen.add(id);
  }
  return passed("interviews.drawn");
}

/** As many reserves, from the first on, as units before them were absent or had moved. */
function openable({ drawn, reserves }: Order, interviews: readonly Interview[]): string[] {
  const states = new Map(interviews.map(({ id, state }) => [id, state]));
  const isOpen = (id: string): boolean => replaceable.has(states.get(id) ?? "");
  let places = drawn.filter(isOpen).length;
  const opened: string[] = [];
  for (const id of reserves) {
    if (places === 0) break;
    opened.push(id);
    if (!isOpen(id)) places -= 1;
  }
  return opened;
}

function allDrawn(orders: readonly Order[], interviews: readonly Interview[]): Check {
  const visited = new Set(interviews.map(({ id }) => id));
  const missing = orders.flatMap((order) => order.drawn).find((id) => !visited.has(id));
  if (missing === undefined) return passed("interviews.complete");
  return failed("interviews.complete", { place: "interviews", expected: missing, found: "–" });
}

/** Eighteen characters of an id number or eleven digits of a mobile phone, in a question or an answer. */
function nothingPersonal(interviews: readonly Interview[]): Check {
  for (const [at, { answers }] of interviews.entries()) {
    const question = Object.keys(answers).find((key) =>
      /\d{17}[\dXx]|(?<!\d)1[3-9]\d{9}(?!\d)/.test(`${key} ${String(answers[key])}`),
    );
    if (question !== undefined) {
      return failed("interviews.personal", {
        place: `interviews[${at}].answers`,
        expected: "–",
        found: "***",
      });
    }
  }
  return passed("interviews.personal");
}

function ordersOf(draw: Draw): Order[] {
  const { second } = draw;
  if (!second) {
    return ordersBy(
      draw.selected.map(({ unit }) => unit),
      draw.reserves,
      (unit) => unit.stratum,
    );
  }
  const drawn = second.households.map(({ household }) => household);
  return ordersBy(drawn, second.reserves, ({ village, group }) => `${village} ${group}`);
}

function ordersBy<Unit extends { id: string }>(
  drawn: readonly Unit[],
  reserves: readonly Unit[],
  key: (unit: Unit) => string,
): Order[] {
  const following = Map.groupBy(reserves, key);
  return Map.groupBy(drawn, key)
    .entries()
    .map(([name, units]) => ({
      drawn: units.map(({ id }) => id),
      reserves: (following.get(name) ?? []).map(({ id }) => id),
    }))
    .toArray();
}
