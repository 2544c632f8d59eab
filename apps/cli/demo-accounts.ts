/** Accounts of the demo: one a role, all with the same password. Never on a real register: see `mayHoldDemo`. */
import type { NewPerson, PersonRole } from "../../domain/access/person.contract.ts";
import { addPerson, listPeople } from "../../domain/access/person.service.ts";
import { getHelperId } from "../../domain/registry/helper.service.ts";
import { listCountyYears } from "../../domain/verdicts/evaluation.service.ts";
import type { Words } from "./command.ts";
import { demoArea } from "./demo-county.ts";
import type { Session } from "./session.ts";

export const demoPassword = "jingzhun-demo";

export interface DemoAccount {
  login: string;
  role: PersonRole;
  /** The first is the place that opens after signing in. */
  areaCodes: readonly string[];
  displayName: string;
  about: Words;
}

/** 肇庆, 内乡, 驿城, 驻马店 and 庆阳, of which something was published. */
const fivePlaces = ["441200000000", "411325000000", demoArea, "411700000000", "621000000000"];

export const demoAccounts: readonly DemoAccount[] = [
  account("demo-county", "countyDataOfficer", demoArea, "驿城区数据员", {
    zh: "县级数据管理员",
    en: "county data officer",
  }),
  account("demo-city", "cityReader", "411700000000", "驻马店市管理人员", {
    zh: "市级查看",
    en: "city reader",
  }),
  account("demo-places", "cityReader", fivePlaces, "五地查看", {
    zh: "五个示例地区查看（顶部地区条切换）",
    en: "reader of the five places (change the place in the strip at the top)",
  }),
  account("demo-town", "townshipClerk", "411702100000", "水屯镇扶贫专干", {
    zh: "乡镇专干（水屯镇）",
    en: "township clerk",
  }),
  account("demo-admin", "administrator", demoArea, "驿城区管理员", {
    zh: "县级管理员（管用户）",
    en: "administrator of people",
  }),
];

function account(
  login: string,
  role: PersonRole,
  places: string | readonly string[],
  displayName: string,
  about: Words,
): DemoAccount {
  const areaCodes = typeof places === "string" ? [places] : places;
  return { login, role, areaCodes, displayName, about };
}

export async function addDemoAccounts(session: Session): Promise<void> {
  const known = new Set((await findDemoAccounts(session)).map(({ login }) => login));
  for (const { login, role, areaCodes, displayName } of demoAccounts.filter((one) => !known.has(one.login))) {
    const person: NewPerson = {
      login,
      displayName,
      password: demoPassword,
      mustChangePassword: false,
      grants: areaCodes.map((areaCode) => ({ role, areaCode })),
    };
    await session.work((work) => addPerson(work, getHelperId, person));
  }
}

/** Invented people and a published password belong only into an own database that is empty or a demo already. */
export async function mayHoldDemo(session: Session): Promise<boolean> {
  if (!session.server.isEmbedded) return false;
  const books = await session.work((work) => listCountyYears(work, work.actor.areaCode));
  return books.length === 0 || (await findDemoAccounts(session)).length > 0;
}

/** Those of the demo accounts that exist here and may sign in. */
export async function findDemoAccounts(session: Session): Promise<DemoAccount[]> {
  const people = await session.work(listPeople);
  const enabled = new Set(people.filter((person) => !person.disabled).map((person) => person.login));
  return demoAccounts.filter(({ login }) => enabled.has(login));
}
