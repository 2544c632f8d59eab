/** Maps through HTTP: who may upload, what is refused and why, and what is printed under the map. */
import { expect, test } from "vitest";
import { type TestApi, rolledBack } from "../../test/api.ts";
import type { Client, ProblemBody } from "../../test/client.ts";
import type { EventPage } from "../audit/event.contract.ts";
import type { AreaMapOf } from "./area-map.contract.ts";

const url = "/areas/411702000000/map";
const legends = { source: "驿城区自然资源局 行政区划图", approvalNumber: "豫S(2020)012号" };

function upload<Body = ProblemBody>(client: Client, file: string, words: Record<string, string> = legends) {
  const fields = Object.entries(words).map(
    ([name, value]) => `--edge\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head =
    '--edge\r\ncontent-disposition: form-data; name="file"; filename="map.geojson"\r\ncontent-type: application/geo+json\r\n\r\n';
  const body = Buffer.from(`${fields.join("")}${head}${file}\r\n--edge--\r\n`);
  return client.post<Body>(url, body, { "content-type": "multipart/form-data; boundary=edge" });
}

const square = (x: number, y: number) => [
  [
    [x, y],
    [x + 0.1, y],
    [x + 0.1, y + 0.1],
    [x, y],
  ],
];

const feature = (code: string | null, coordinates: unknown = square(114, 33), type = "Polygon") => ({
  type: "Feature",
  properties: code === null ? {} : { code },
  geometry: { type, coordinates },
});

const collection = (...features: unknown[]): string =>
  JSON.stringify({ type: "FeatureCollection", features });

const officerOf = async (t: TestApi): Promise<Client> => t.as(await t.aPerson());

test("an uploaded map is shown with its source and approval number, and the record says who did it", () =>
  rolledBack(async (t) => {
    const officer = await officerOf(t);
    expect((await officer.get<AreaMapOf>(url)).body).toMatchObject({ map: null, can: { upload: true } });
    const parts = [square(114.1, 33), square(114.123456789, 33.2)];
    const file = collection(
      feature("411702100"),
      feature("411702101000", parts, "MultiPolygon"),
      feature("411702100000", square(114.5, 33)),
    );
    const reply = await upload<AreaMapOf>(officer, file);
    expect(reply.status).toBe(201);
    expect(reply.body.map).toMatchObject(legends);
    expect(reply.body.map?.outlines.map(({ code, rings }) => [code, rings.length])).toEqual([
      ["411702100000", 2],
      ["411702101000", 2],
    ]);
    expect(reply.body.map?.outlines[1]?.rings[1]?.[0]).toEqual([114.12346, 33.2]);
    const { body } = await officer.get<EventPage>("/audit/events");
    expect(body.events[0]).toMatchObject({ action: "map.upload", detail: { ...legends, places: 2 } });
    const clerk = t.as(await t.aPerson({ role: "townshipClerk", areaCode: "411702100000" }));
    expect((await clerk.get(url)).status).toBe(404);
    const reader = t.as(await t.aPerson({ role: "cityReader", areaCode: "411700000000" }));
    const seen = (await reader.get<AreaMapOf>(url)).body;
    expect([seen.map?.approvalNumber, seen.can.upload]).toEqual([legends.approvalNumber, false]);
    expect((await upload(reader, file)).body.code).toBe("access.not-permitted");
  }));

test("a second map takes the place of the first", () =>
  rolledBack(async (t) => {
    const officer = await officerOf(t);
    await upload(officer, collection(feature("411702100")));
    t.clock.set(new Date(t.clock.now().getTime() + 1000));
    await upload(officer, collection(feature("411702101")), {
      ...legends,
      approvalNumber: "GS（2019）1822号",
    });
    const { map } = (await officer.get<AreaMapOf>(url)).body;
    expect([map?.approvalNumber, map?.outlines.map(({ code }) => code)]).toEqual([
      "GS（2019）1822号",
      ["411702101000"],
    ]);
  }));

test.each([
  ["no JSON", "map.not-json", "{"],
  ["one feature alone", "map.no-collection", JSON.stringify(feature("411702100"))],
  ["no feature", "map.no-collection", collection()],
  ["no code", "map.no-code", collection(feature("411702100"), feature(null))],
  ["a code elsewhere", "map.unknown-codes", collection(feature("411721100"))],
  ["a line", "map.bad-geometry", collection(feature("411702100", [[114, 33]], "LineString"))],
  ["three points", "map.bad-geometry", collection(feature("411702100", [square(114, 33)[0]?.slice(1)]))],
  [
    "words",
    "map.bad-geometry",
    collection(
      feature("411702100", [
        [
          ["东", "北"],
          [1, 1],
          [1, 1],
          [1, 1],
        ],
      ]),
    ),
  ],
  ["metres", "map.out-of-range", collection(feature("411702100", square(38_500_000, 3_650_000)))],
  ["more than 5 MB", "map.too-large", " ".repeat(5 * 1024 * 1024 + 1)],
  ["nothing", "map.no-file", ""],
])("%s is refused as %s, and nothing is kept", (_, code, file) =>
  rolledBack(async (t) => {
    const officer = await officerOf(t);
    const { status, body } = await upload(officer, file);
    expect([body.code, status >= 400]).toEqual([code, true]);
    expect((await officer.get<AreaMapOf>(url)).body.map).toBeNull();
  }),
);

test.each([
  ["map.no-source", { source: " ", approvalNumber: legends.approvalNumber }],
  ["map.bad-approval-number", { source: legends.source, approvalNumber: "" }],
  ["map.bad-approval-number", { source: legends.source, approvalNumber: "无" }],
])("%s: both legends are required", (code, words) =>
  rolledBack(async (t) => {
    const { body } = await upload(await officerOf(t), collection(feature("411702100")), words);
    expect(body.code).toBe(code);
  }),
);
