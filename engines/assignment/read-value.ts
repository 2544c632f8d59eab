/** Reads plain values out of JSON; what is wrong is said with its place in the file. */
import { InputError } from "../input-error.ts";

type Fields = Readonly<Record<string, unknown>>;

/** @throws InputError assign.format */
export function readObject(value: unknown, place: string, known: readonly string[]): Fields {
  if (!isObject(value)) throw wrong(place, "应为对象 {…}", "should be an object {…}");
  const stranger = Object.keys(value).find((key) => !known.includes(key));
  // A field that nobody reads would be a rule silently left out.
  if (stranger !== undefined) {
    const list = known.join(", ");
    throw wrong(
      placeOf(place, stranger),
      `不认识这个字段，可用：${list}`,
      `is no known field; known are: ${list}`,
    );
  }
  return value;
}

/** An absent list is empty. @throws InputError assign.format */
export function readList<Item>(
  value: unknown,
  place: string,
  read: (item: unknown, place: string) => Item,
): Item[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw wrong(place, "应为列表 […]", "should be a list […]");
  return value.map((item, at) => read(item, `${place}[${at}]`));
}

/** @throws InputError assign.format */
export function readId(value: unknown, place: string): string {
  // Ids become parts of labels that are hashed with the seed, where "/" and line ends separate.
  if (typeof value === "string" && /^[^\p{Cc}/]+$/u.test(value)) return value;
  throw wrong(
    place,
    "应为非空的编号文字，不含“/”和控制字符",
    'should be an id: text that is not empty, without "/" or control characters',
  );
}

/** @throws InputError assign.format */
export function readText(value: unknown, place: string): string {
  if (typeof value === "string") return value;
  throw wrong(place, "应为文字", "should be text");
}

/** @throws InputError assign.format */
export function readWhole(value: unknown, place: string, most = 1_000_000): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most) return value;
  throw wrong(place, `应为0到${most}的整数`, `should be a whole number from 0 to ${most}`);
}

/** @throws InputError assign.format */
export function readPoint(value: unknown, place: string): readonly [number, number] {
  const [x, y, ...more]: unknown[] = Array.isArray(value) ? value : [];
  if (more.length === 0 && isCoordinate(x) && isCoordinate(y)) return [x, y];
  throw wrong(place, "应为两个数 [x, y]，单位千米", "should be two numbers [x, y] in kilometres");
}

export function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function wrong(place: string, zh: string, en: string): InputError {
  return new InputError("assign.format", {
    zh: `实例文件的 ${place || "（顶层）"} 不对：${zh}。格式见 docs/assignment.md。`,
    en: `In the instance, ${place || "(top)"} ${en}. The format is in docs/assignment.md.`,
  });
}

export function placeOf(place: string, field: string): string {
  return place ? `${place}.${field}` : field;
}

function isCoordinate(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && Math.abs(value) <= 100_000;
}
