/** What every test database holds before the first test: the newest schema, and reference data that only the owner writes. */
import { migrate } from "../platform/db/migrate.ts";

export async function prepareTemplate(ownerUrl: string): Promise<void> {
  await migrate(ownerUrl);
}
