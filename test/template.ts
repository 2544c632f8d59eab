/** What every test database holds before the first test: the newest schema, and reference data that only the owner writes. */
import { importDivisions } from "../domain/registry/division-import.service.ts";
import { seedDivisions } from "../domain/registry/seed-divisions.ts";
import { applyPolicies } from "../domain/verdicts/policy/policy-apply.ts";
import { openDatabase, wholeCountry } from "../platform/db/database.ts";
import { migrate } from "../platform/db/migrate.ts";

export async function prepareTemplate(ownerUrl: string): Promise<void> {
  await migrate(ownerUrl);
  const owner = openDatabase(ownerUrl, 1);
  await owner.transaction(wholeCountry, { readOnly: false }, (tx) => importDivisions(tx, seedDivisions));
  await owner.close();
  await applyPolicies(ownerUrl);
}
