import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { processState } from "../../platform/postgres/processes.ts";
import { superviseChild } from "./supervised-child.ts";

const folder = mkdtempSync(join(tmpdir(), "supervised-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const logFile = join(folder, "child.log");

function plan(name: string, script: string, onCrash: (restartIn: number) => void = () => undefined) {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, script);
  return { name, file, logFile: join(folder, `${name}.log`), environment: process.env, onCrash };
}

async function pidsOf(name: string, least: number): Promise<number[]> {
  for (;;) {
    const pids = readLog(name).split("\n").filter(Boolean).map(Number);
    if (pids.length >= least) return pids;
    await pause(20);
  }
}

function readLog(name: string): string {
  try {
    return readFileSync(logFile.replace("child", name), "utf8");
  } catch {
    return "";
  }
}

const lasting = `process.on("SIGTERM", () => process.exit(0)); console.log(process.pid); setInterval(() => undefined, 1000);`;

test("a child that crashes is started again, and stop ends it for good", async () => {
  const crashes: number[] = [];
  const child = superviseChild(plan("lasting", lasting, (restartIn) => crashes.push(restartIn)));
  const [first = 0] = await pidsOf("lasting", 1);
  process.kill(first, "SIGKILL");
  const [, second = 0] = await pidsOf("lasting", 2);
  expect(crashes).toEqual([500]);
  expect(child.isRunning()).toBe(true);
  await child.stop();
  expect([first, second].map(processState)).toEqual(["gone", "gone"]);
});

test("a child that always crashes is given up with the last lines of its log", async () => {
  const child = superviseChild(plan("broken", `console.error("the key file is missing"); process.exit(1);`));
  await expect(child.ended).rejects.toMatchObject({
    code: "cli.child-failed",
    detail: { name: "broken", output: expect.stringContaining("the key file is missing") },
  });
});

test("a child that takes no care of signals is ended as well", async () => {
  const child = superviseChild(
    plan("plain", `console.log(process.pid); setInterval(() => undefined, 1000);`),
  );
  const [pid = 0] = await pidsOf("plain", 1);
  await child.stop();
  expect(processState(pid)).toBe("gone");
});
