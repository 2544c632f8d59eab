import { beforeEach, expect, test, vi } from "vitest";

const kept = new Map<string, string>();
vi.stubGlobal("document", { querySelector: () => null });
vi.stubGlobal("sessionStorage", {
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, value: string) => kept.set(name, value),
  removeItem: (name: string) => kept.delete(name),
});

const { queryClient } = await import("./query-client.ts");
const { keyOfText, textOfKey } = await import("./search-texts.ts");
const { signIn, signOut } = await import("./session.ts");

const read = ["read before"];
let key = "";

beforeEach(() => {
  kept.set("jingzhun.grant", "a grant");
  queryClient.setQueryData(read, "a reply");
  key = keyOfText("a name");
});

const answerWith = (answer: () => Response): void =>
  void vi.stubGlobal("fetch", () => Promise.resolve().then(answer));

const refusal = (status: number) => (): Response =>
  Response.json({ status, code: "any.problem", zh: "不行", en: "no" }, { status });

test.each([
  ["refused", refusal(503)],
  [
    "without a network",
    () => {
      throw new TypeError("Failed to fetch");
    },
  ],
])("%s, the session stays open and so does what was read in it", async (_, answer) => {
  answerWith(answer);
  await expect(signOut()).rejects.toThrow();
  expect(queryClient.getQueryData(read)).toBe("a reply");
  expect(textOfKey(key)).toBe("a name");
  expect(kept.size).toBe(1);
});

test.each([
  ["ended", () => new Response(null, { status: 204 })],
  ["over already", refusal(401)],
])("with the session %s nothing of it stays in the browser", async (_, answer) => {
  answerWith(answer);
  await signOut();
  expect(queryClient.getQueryData(read)).toBeUndefined();
  expect(textOfKey(key)).toBeUndefined();
  expect(kept.size).toBe(0);
});

test("what somebody looked for waits until he signs in again, and for nobody else", async () => {
  const asPerson = async (id: string): Promise<void> => {
    answerWith(() => Response.json({ person: { id } }));
    await signIn({ login: id, password: "any" });
  };
  await asPerson("clerk");
  key = keyOfText("a name");
  await asPerson("clerk");
  expect(textOfKey(key)).toBe("a name");
  await asPerson("officer");
  expect(textOfKey(key)).toBeUndefined();
});
