/** Reads outlines from GeoJSON: polygons only, each with the code of its place, degrees within the bounds of China. */
import { AnyAreaCode } from "../access/area-code.contract.ts";
import type { AreaOutline } from "./area-map.contract.ts";
import { areaMapProblems } from "./area-map.problems.ts";

type Ring = AreaOutline["rings"][number];

const bounds = { west: 73, east: 136, south: 3, north: 54 };

/**
 * Outlines by place in the order of the file; several features of one place become one outline.
 * @throws Problem map.not-json, map.no-collection, map.no-code, map.bad-geometry, map.out-of-range
 */
export function readOutlines(bytes: Buffer, areaName: string): AreaOutline[] {
  const features = featuresOf(parsed(bytes));
  const rings = new Map<string, Ring[]>();
  for (const [index, feature] of features.entries()) {
    const at = { feature: index + 1, area: areaName };
    const code = codeOf(feature);
    if (code === undefined) throw areaMapProblems["map.no-code"](at);
    rings.set(code, [...(rings.get(code) ?? []), ...ringsOf(feature, at)]);
  }
  return [...rings].map(([code, ofPlace]) => ({ code, rings: ofPlace }));
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw areaMapProblems["map.not-json"]();
  }
}

function featuresOf(value: unknown): unknown[] {
  const features: unknown =
    isRecord(value) && value["type"] === "FeatureCollection" ? value["features"] : null;
  if (!Array.isArray(features) || features.length === 0) throw areaMapProblems["map.no-collection"]();
  return features;
}

function codeOf(feature: unknown): string | undefined {
  const properties = isRecord(feature) ? feature["properties"] : null;
  const code = isRecord(properties) ? properties["code"] : null;
  const read = AnyAreaCode.safeParse(typeof code === "number" ? String(code) : code);
  return read.success ? read.data : undefined;
}

function ringsOf(feature: unknown, at: { feature: number }): Ring[] {
  const geometry = isRecord(feature) ? feature["geometry"] : null;
  if (!isRecord(geometry)) throw areaMapProblems["map.bad-geometry"](at);
  const { type, coordinates } = geometry;
  if (type !== "Polygon" && type !== "MultiPolygon") throw areaMapProblems["map.bad-geometry"](at);
  const polygons = type === "Polygon" ? [coordinates] : listOf(coordinates, at);
  const rings = polygons.flatMap((polygon) => listOf(polygon, at)).map((ring) => ringOf(ring, at));
  if (rings.length === 0) throw areaMapProblems["map.bad-geometry"](at);
  return rings;
}

function ringOf(value: unknown, at: { feature: number }): Ring {
  const positions = listOf(value, at);
  if (positions.length < 4) throw areaMapProblems["map.bad-geometry"](at);
  return positions.map((position): [number, number] => {
    const [longitude, latitude] = listOf(position, at);
    if (!Number.isFinite(longitude) || !Number.isFinite(latitude))
      throw areaMapProblems["map.bad-geometry"](at);
    return within(Number(longitude), Number(latitude), at);
  });
}

/** Five decimals are about a metre: more would only weigh. */
function within(longitude: number, latitude: number, at: { feature: number }): [number, number] {
  const { west, east, south, north } = bounds;
  if (longitude < west || longitude > east || latitude < south || latitude > north)
    throw areaMapProblems["map.out-of-range"](at);
  return [Math.round(longitude * 1e5) / 1e5, Math.round(latitude * 1e5) / 1e5];
}

function listOf(value: unknown, at: { feature: number }): unknown[] {
  if (!Array.isArray(value)) throw areaMapProblems["map.bad-geometry"](at);
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
