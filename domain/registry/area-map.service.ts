/** The map of an area: uploaded whole or not at all, with source and approval number, and kept with who did it. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { newId } from "../../platform/id.ts";
import { recordAudit } from "../audit/event.service.ts";
import { type Work, can, requireArea } from "../access/work.ts";
import { type AreaMapOf, AreaOutline } from "./area-map.contract.ts";
import { areaMapProblems } from "./area-map.problems.ts";
import { findNewestMap, insertMap } from "./area-map.sql.ts";
import { getDivisionTree } from "./division.service.ts";
import { readOutlines } from "./geojson.ts";

export const mostMapBytes = 5 * 1024 * 1024;

export interface MapUpload {
  bytes: Buffer;
  source: string;
  approvalNumber: string;
}

/** @throws Problem access.outside-area */
export async function getAreaMap(work: Work, areaCode: string): Promise<AreaMapOf> {
  requireArea(work.actor, areaCode);
  const row = await findNewestMap(work.tx, areaCode);
  return {
    area: areaCode,
    map: row
      ? {
          source: row.source,
          approvalNumber: row.approval_number,
          uploadedAt: row.uploaded_at.toISOString(),
          outlines: z.array(AreaOutline).parse(row.outlines),
        }
      : null,
    can: { upload: can(work.actor, "map.upload") },
  };
}

/** @throws Problem access.outside-area, and all of area-map.problems.ts */
export async function uploadAreaMap(work: Work, areaCode: string, upload: MapUpload): Promise<AreaMapOf> {
  requireArea(work.actor, areaCode);
  const { bytes, source, approvalNumber } = requireLegends(upload);
  const place = await getDivisionTree(work, areaCode);
  const outlines = readOutlines(bytes, place.name);
  const below = new Set(place.children.map((child) => child.code));
  requireKnown(outlines, below, place.name);
  const id = newId(work.now);
  const hash = createHash("sha256").update(bytes).digest();
  await insertMap(work.tx, {
    area_code: areaCode,
    id,
    source,
    approval_number: approvalNumber,
    file_hash: hash,
    outlines: JSON.stringify(outlines),
    person_id: work.actor.personId,
    uploaded_at: work.now,
  });
  await recordAudit(
    work,
    "map.upload",
    { kind: "map", id, area: areaCode },
    { source, approvalNumber, fileHash: hash.toString("hex"), places: outlines.length },
  );
  return getAreaMap(work, areaCode);
}

/** 审图号 as they are printed: `GS(2019)1822号`, `豫S（2020）012号`, `GS京(2022)1061号`. */
const approvalForm = /^[\p{Script=Han}]{0,4}G?S[\p{Script=Han}]{0,4}\s*[(（〔[]\d{4}[)）〕\]]\s*\d{1,6}号$/u;

function requireLegends(upload: MapUpload): MapUpload {
  const source = upload.source.trim().slice(0, 200);
  const approvalNumber = upload.approvalNumber.trim();
  if (source === "") throw areaMapProblems["map.no-source"]();
  if (!approvalForm.test(approvalNumber)) throw areaMapProblems["map.bad-approval-number"]();
  return { bytes: upload.bytes, source, approvalNumber };
}

const mostNamed = 5;

function requireKnown(outlines: readonly AreaOutline[], below: ReadonlySet<string>, area: string): void {
  const unknown = outlines.map(({ code }) => code).filter((code) => !below.has(code));
  if (unknown.length === 0) return;
  const codes = unknown.slice(0, mostNamed).join(", ");
  throw areaMapProblems["map.unknown-codes"]({ count: unknown.length, area, codes });
}
