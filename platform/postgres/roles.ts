/** The two roles and the database of the program; safe to run again, so that a start that was killed half-way is completed. */
import pg from "pg";

export interface RolePasswords {
  ownerPassword: string;
  appPassword: string;
}

/**
 * `jingzhun_owner` runs migrations and owns databases; `jingzhun_app` owns nothing and obeys row-level security.
 * @param client connected as superuser
 */
export async function ensureRoles(client: pg.Client, passwords: RolePasswords): Promise<void> {
  const limits = "login nosuperuser nobypassrls nocreatedb nocreaterole noreplication";
  const { rows } = await client.query<{ rolname: string }>(
    "select rolname from pg_roles where rolname ~ '^jingzhun_'",
  );
  for (const [role, password] of [
    ["jingzhun_owner", passwords.ownerPassword],
    ["jingzhun_app", passwords.appPassword],
  ] as const) {
    if (rows.some(({ rolname }) => rolname === role)) continue;
    await client.query(`create role ${role} with ${limits} password ${client.escapeLiteral(password)}`);
  }
}

/**
 * Makes an empty UTF-8 database that `jingzhun_owner` owns and `jingzhun_app` may connect to, unless it exists.
 * Text sorts by code point and knows Chinese letters, the same on every server.
 */
export async function ensureDatabase(client: pg.Client, name: string): Promise<void> {
  const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
  const database = client.escapeIdentifier(name);
  if (rowCount === 0) {
    const { rows } = await client.query<{ builtin: boolean }>(
      "select current_setting('server_version_num')::int >= 170000 as builtin",
    );
    const locale = rows[0]?.builtin
      ? "locale 'C' locale_provider builtin builtin_locale 'C.UTF-8'"
      : "locale 'C.UTF-8'";
    await client.query(
      `create database ${database} owner jingzhun_owner template template0 encoding 'UTF8' ${locale}`,
    );
  }
  await client.query(`revoke all on database ${database} from public`);
  await client.query(`grant connect, temporary on database ${database} to jingzhun_app`);
}
