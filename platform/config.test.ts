import { expect, test } from "vitest";
import { readConfig } from "./config.ts";
import { Problem } from "./problem.ts";

test("nothing set: loopback, an own database below the checkout", () => {
  const config = readConfig({ PATH: "/bin", DATABASE_URL: "" });
  expect(config).toMatchObject({ host: "127.0.0.1", port: 8080, databaseUrl: undefined, logLevel: "info" });
  expect(config.keysFile).toBe(`${config.dataDir}/keys.json`);
});

test("the keys lie beside the data unless told otherwise", () => {
  expect(readConfig({ JINGZHUN_DATA: "/srv/jz" }).keysFile).toBe("/srv/jz/keys.json");
  expect(readConfig({ JINGZHUN_KEYS: "/etc/jz/keys.json" }).keysFile).toBe("/etc/jz/keys.json");
});

test("every wrong variable is named at once, without the password inside it", () => {
  const wrong = { DATABASE_URL: "mysql://root:hunter2@db/x", PORT: "http", LOG_LEVEL: "loud" };
  try {
    readConfig(wrong);
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    for (const name of Object.keys(wrong)) {
      expect(error.zh).toContain(name);
      expect(error.en).toContain(name);
    }
    expect(JSON.stringify([error.zh, error.en, error.detail])).not.toContain("hunter2");
  }
});
