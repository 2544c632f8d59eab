import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { testDatabase } from "../../test/database.ts";

const { appUrl, ownerUrl } = await testDatabase();

function start(environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, "main.ts")], {
    env: { PATH: process.env["PATH"], PORT: "0", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function outcome(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, said };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("no output");
  for await (const line of createInterface({ input: child.stdout })) {
    const entry = JSON.parse(line) as { msg: string; address?: string };
    if (entry.msg === "listening" && entry.address) return entry.address;
  }
  throw new Error("ended before it listened");
}

test("it listens on loopback, answers, and ends in an orderly way on SIGTERM", async () => {
  const child = start({ DATABASE_URL: appUrl });
  const ended = outcome(child);
  const address = await addressOf(child);
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  child.kill("SIGTERM");
  expect(await ended).toEqual({ code: 0, said: "" });
});

test("it refuses a role that could step around row security", async () => {
  const { code, said } = await outcome(start({ DATABASE_URL: ownerUrl }));
  expect(code).toBe(1);
  expect(said).toContain("owns nothing");
});

test("it says in both languages what is missing", async () => {
  const { code, said } = await outcome(start({}));
  expect(code).toBe(1);
  expect(said).toMatch(/没有设置 DATABASE_URL[^]*DATABASE_URL is not set/);
});

test("it says which port is taken", async () => {
  const holder = createServer().listen(0, "127.0.0.1");
  await once(holder, "listening");
  const address = holder.address();
  const port = String(typeof address === "object" ? address?.port : "");
  const { code, said } = await outcome(start({ DATABASE_URL: appUrl, PORT: port }));
  holder.close();
  expect(code).toBe(1);
  expect(said).toContain(port);
});
