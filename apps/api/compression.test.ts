import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { rolledBack } from "../../test/api.ts";

const url = "/api/v1/openapi.json";

test("a long text is compressed for who takes it, and is the same text", () =>
  rolledBack(async ({ app }) => {
    const plain = await app.inject({ url });
    expect(plain.headers["content-encoding"]).toBeUndefined();
    const packed = await app.inject({ url, headers: { "accept-encoding": "br, gzip" } });
    expect(packed.headers).toMatchObject({ "content-encoding": "gzip", vary: "accept-encoding" });
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body);
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 4);
  }));

test("a short reply stays as it is", () =>
  rolledBack(async ({ app }) => {
    const reply = await app.inject({ url: "/healthz", headers: { "accept-encoding": "gzip" } });
    expect(reply.statusCode).toBe(200);
    expect(reply.headers["content-encoding"]).toBeUndefined();
  }));
