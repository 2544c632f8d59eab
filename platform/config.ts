/** The whole environment, parsed once at the start. A wrong value stops the program with a sentence for each. */
import { join } from "node:path";
import { z } from "zod";
import { defineProblems } from "./problem.ts";

const problems = defineProblems({
  "config.invalid": {
    status: 500,
    zh: "环境变量不对：{faults}。请改正后再启动。",
    en: "Environment variables are wrong: {faults}. Correct them and start again.",
  },
});

const DatabaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "expected postgres://user:password@host:port/database",
});

const projectFolder = join(import.meta.dirname, "..");

const Environment = z.object({
  DATABASE_URL: DatabaseUrl.optional(),
  DATABASE_OWNER_URL: DatabaseUrl.optional(),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  JINGZHUN_DATA: z.string().default(join(projectFolder, ".data")),
  JINGZHUN_KEYS: z.string().optional(),
  JINGZHUN_DEMO: z.string().optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

export interface Config {
  /** The app's role. Undefined: the program's own PostgreSQL below `dataDir`. */
  databaseUrl: string | undefined;
  /** The owner's role, for migrations. */
  databaseOwnerUrl: string | undefined;
  host: string;
  /** 0 takes any free port. */
  port: number;
  dataDir: string;
  keysFile: string;
  /** What `start` says of its demo accounts, as JSON; undefined on a real register. */
  demo: string | undefined;
  logLevel: z.infer<typeof Environment>["LOG_LEVEL"];
}

/** @throws Problem config.invalid, naming every wrong variable (never its value: it may hold a password) */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const result = Environment.safeParse(given);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.join(".")} (${issue.message})`);
    throw problems["config.invalid"]({ faults: faults.join("; ") });
  }
  const values = result.data;
  return {
    databaseUrl: values.DATABASE_URL,
    databaseOwnerUrl: values.DATABASE_OWNER_URL,
    host: values.HOST,
    port: values.PORT,
    dataDir: values.JINGZHUN_DATA,
    keysFile: values.JINGZHUN_KEYS ?? join(values.JINGZHUN_DATA, "keys.json"),
    demo: values.JINGZHUN_DEMO,
    logLevel: values.LOG_LEVEL,
  };
}
