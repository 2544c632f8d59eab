import { createCipheriv, createHash, createHmac } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { createBlindIndex } from "./blind-index.ts";
import { cellName, createEnvelope } from "./envelope.ts";
import { type Algorithms, loadKeys, makeKeys, parseKeys } from "./key-ring.ts";

const folder = mkdtempSync(join(tmpdir(), "keys-"));
afterAll(() => rmSync(folder, { recursive: true }));

const both: Algorithms[] = ["international", "national"];
const cell = cellName("registry.member.id_cipher", "411702", "row-1");

describe("the national algorithms are those of the standards", () => {
  test("SM3 of abc (GB/T 32905, A.1)", () => {
    expect(createHash("sm3").update("abc").digest("hex")).toBe(
      "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
    );
  });

  test("SM4 of one block (GB/T 32907, A.1)", () => {
    const block = Buffer.from("0123456789abcdeffedcba9876543210", "hex");
    const cipher = createCipheriv("sm4-ecb", block, null).setAutoPadding(false);
    expect(Buffer.concat([cipher.update(block), cipher.final()]).toString("hex")).toBe(
      "681edf34d206965e86b3e94f536e4246",
    );
  });

  test("HMAC-SM3 is the HMAC construction over SM3", () => {
    const pad = (byte: number) => Buffer.alloc(64, byte);
    const key = Buffer.alloc(64);
    key.write("key");
    const xor = (byte: number) => pad(byte).map((value, index) => value ^ (key[index] ?? 0));
    const inner = createHash("sm3").update(xor(0x36)).update("text").digest();
    const outer = createHash("sm3").update(xor(0x5c)).update(inner).digest("hex");
    expect(createHmac("sm3", "key").update("text").digest("hex")).toBe(outer);
  });
});

describe.each(both)("sealed values, %s", (algorithms) => {
  const envelope = createEnvelope(makeKeys(algorithms));

  test("any text opens again in its own cell and is different each time it is sealed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (text, name) => {
        const sealed = envelope.seal(text, name);
        expect(envelope.open(sealed, name).toString()).toBe(Buffer.from(text).toString());
        expect(sealed.equals(envelope.seal(text, name))).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  test("a value moved to another cell, changed in any byte, or cut does not open", () => {
    const sealed = envelope.seal("990101198001010014", cell);
    expect(() => envelope.open(sealed, cellName("registry.member.id_cipher", "411702", "row-2"))).toThrow();
    for (let place = 0; place < sealed.length; place++) {
      const changed = Buffer.from(sealed);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(() => envelope.open(changed, cell), `byte ${place}`).toThrow();
    }
    expect(() => envelope.open(sealed.subarray(0, 20), cell)).toThrow();
  });

  test("an old key still opens after a new one was added", () => {
    const old = makeKeys(algorithms);
    const sealed = createEnvelope(old).seal("text", cell);
    const renewed = {
      ...old,
      current: 2,
      keys: new Map([...old.keys, [2, makeKeys().keys.get(1)!] as const]),
    };
    expect(createEnvelope(renewed).open(sealed, cell).toString()).toBe("text");
    expect(createEnvelope(renewed).seal("text", cell)[1]).toBe(2);
  });
});

describe.each(both)("blind indexes, %s", (algorithms) => {
  const ring = makeKeys(algorithms);
  const index = createBlindIndex(ring);

  test("the same number gives the same index; a disability card counts as its id number", () => {
    expect(index.ofId("99010119800101001x")).toEqual(index.ofId("99010119800101001X41"));
    expect(createBlindIndex(ring).ofPhone("13800000000")).toEqual(index.ofPhone("13800000000"));
  });

  test("number, last four and phone have keys of their own", () => {
    expect(index.ofId("1234").equals(index.ofIdTail("1234"))).toBe(false);
    expect(index.ofId("1234").equals(index.ofPhone("1234"))).toBe(false);
    expect(createBlindIndex(makeKeys(algorithms)).ofId("1234").equals(index.ofId("1234"))).toBe(false);
  });
});

describe("the key file", () => {
  test("it is made once, for its owner only, and read again", () => {
    const path = join(folder, "made", "keys.json");
    const made = loadKeys(path, "national");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(loadKeys(path)).toEqual(made);
    expect(made.algorithms).toBe("national");
  });

  test("a file that others can read is refused", () => {
    const path = join(folder, "open.json");
    loadKeys(path);
    chmodSync(path, 0o644);
    expect(() => loadKeys(path)).toThrow(/secrets.open-to-others/);
  });

  test("a damaged file is refused and not replaced", () => {
    const path = join(folder, "damaged.json");
    writeFileSync(path, "{", { mode: 0o600 });
    expect(() => loadKeys(path)).toThrow(/secrets.unreadable/);
    expect(() => parseKeys('{"algorithms":"international","current":1,"keys":{},"index":""}')).toThrow(
      /secrets.unreadable/,
    );
    expect(statSync(path).size).toBe(1);
  });
});
