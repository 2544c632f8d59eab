/** Accounts of the demo: every role below the province, all with the same password. Never on a real register: see `mayHoldDemo`. */
import type { NewPerson, PersonRole } from "../../domain/access/person.contract.ts";
import { addPerson, listPeople } from "../../domain/access/person.service.ts";
import { roleWords } from "../../domain/access/role.contract.ts";
import { getHelperId } from "../../domain/registry/helper.service.ts";
import { listCountyYears } from "../../domain/verdicts/evaluation/evaluation.service.ts";
import type { Words } from "./command.ts";
import { demoArea, demoVillage } from "./demo-county.ts";
import type { Session, Working } from "./session.ts";

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
  account("demo-county", "countyDataOfficer", demoArea, "驿城区数据员", { zh: "驿城区", en: "驿城区" }),
  account("demo-town", "townshipClerk", "411702100000", "水屯镇扶贫专干", { zh: "水屯镇", en: "水屯镇" }),
  account("demo-village", "villageTeam", demoVillage, "刘付汉村工作队", { zh: "刘付汉村", en: "刘付汉村" }),
  account("demo-helper", "helper", demoVillage, "刘付汉村帮扶人", {
    zh: "刘付汉村，只看自己帮扶的户",
    en: "刘付汉村, sees the households he helps",
  }),
  account("demo-city", "cityReader", "411700000000", "驻马店市管理人员", { zh: "驻马店市", en: "驻马店市" }),
  account("demo-places", "cityReader", fivePlaces, "五地查看", {
    zh: "五个示例地区，顶部地区条切换",
    en: "five places: change the place in the strip at the top",
  }),
  account("demo-admin", "administrator", demoArea, "驿城区管理员", {
    zh: "驿城区，只管人员与岗位",
    en: "驿城区, manages people and roles",
  }),
];

function account(
  login: string,
  role: PersonRole,
  places: string | readonly string[],
  displayName: string,
  place: Words,
): DemoAccount {
  const about = {
    zh: `${roleWords.zh[role]}（${place.zh}）`,
    en: `${roleWords.en[role]} (${place.en})`,
  };
  return { login, role, areaCodes: typeof places === "string" ? [places] : places, displayName, about };
}

/** @param helperPhone whom of the register the demo helper is: the helper of some households of the demo village */
export async function addDemoAccounts(session: Working, helperPhone: string): Promise<void> {
  const known = new Set((await findDemoAccounts(session)).map(({ login }) => login));
  for (const { login, role, areaCodes, displayName } of demoAccounts.filter((one) => !known.has(one.login))) {
    const helper = role === "helper" ? { helperId: helperPhone } : {};
    const person: NewPerson = {
      login,
      displayName,
      password: demoPassword,
      mustChangePassword: false,
      grants: areaCodes.map((areaCode) => ({ role, areaCode, ...helper })),
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
export async function findDemoAccounts(session: Working): Promise<DemoAccount[]> {
  const people = await session.work(listPeople);
  const enabled = new Set(people.filter((person) => !person.disabled).map((person) => person.login));
  return demoAccounts.filter(({ login }) => enabled.has(login));
}
