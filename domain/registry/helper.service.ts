/** Helpers of the register (帮扶责任人): who of them a person who signs in is. */
import { validate } from "uuid";
import { secrets } from "../../platform/secrets/secrets.ts";
import type { Work } from "../access/work.ts";
import { findHelperId } from "./helper.sql.ts";
import { registryProblems } from "./registry.problems.ts";

/**
 * The helper's id in the county of an area. A phone number is never repeated in what is said or written.
 * @param known the phone number in the register, or the id itself
 * @throws Problem helper.not-found
 */
export async function getHelperId(work: Work, areaCode: string, known: string): Promise<string> {
  const by = validate(known) ? { id: known } : { phoneIndex: secrets().index.ofPhone(known) };
  const id = await findHelperId(work.tx, areaCode.slice(0, 6), by);
  if (id === undefined) throw registryProblems["helper.not-found"]();
  return id;
}
