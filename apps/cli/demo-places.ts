/** The places of the demo beside the demo county: invented registers whose counts are those that were published. */
import { createHash } from "node:crypto";
import { applyImport } from "../../domain/registry/import.service.ts";
import { listAsPoor } from "../../domain/registry/poor-village.service.ts";
import { calibratedBooks } from "../../domain/registry/synthetic/calibrated.ts";
import { listCountyYears } from "../../domain/verdicts/evaluation/evaluation.service.ts";
import { listenerBeforeEvaluation } from "../register-listener.ts";
import type { DemoPlace } from "./demo-place-list.ts";
import { listVillages } from "./demo-villages.ts";
import { evaluateArea } from "./evaluate-area.ts";
import type { Progress } from "./output.ts";
import type { Working } from "./session.ts";

/** What is loaded already stays as people have it by now: a book that is there is evaluated where it is not, never read again. */
export async function loadDemoPlace(session: Working, progress: Progress, place: DemoPlace): Promise<void> {
  const { area, name, poorVillages, ...counts } = place;
  progress.step(
    `正在生成${name}：按公布数校准的虚构台账 / ${name}: invented books with the published counts`,
  );
  const villages = listVillages(area);
  const listed = villages.filter(
    (_, index) =>
      Math.floor((index * poorVillages) / villages.length) !==
      Math.floor(((index + 1) * poorVillages) / villages.length),
  );
  await session.work(
    (work) =>
      listAsPoor(work, listenerBeforeEvaluation, {
        villages: listed.map((village) => village.code),
        designatedBy: "province",
        designatedYear: 2014,
        source: "虚构：个数为公布数，具体村为虚构",
      }),
    area,
  );
  const loaded = await yearsOf(session, area);
  for (const book of calibratedBooks({ ...counts, villages })) {
    const year = book.year ?? counts.base.year;
    const file = {
      year,
      fileName: `${name}${book.year}年（虚构，按公布数校准）`,
      fileHash: createHash("sha256").update(`demo ${area} ${book.year}`).digest(),
    };
    if (!loaded.has(year)) {
      // The evaluation follows right here.
      const { rejected } = await session.work(
        (work) => applyImport(work, book, file, listenerBeforeEvaluation),
        area,
      );
      if (rejected[0]) throw new Error(`The demo of ${name} was rejected: ${rejected[0].reason.en}`);
    }
    await evaluateArea(session, progress, area, year);
  }
}

/** Years of which some county of the place has a book. */
export async function yearsOf(session: Working, area: string): Promise<ReadonlySet<number>> {
  const books = await session.work((work) => listCountyYears(work, area), area);
  return new Set(books.map(({ year }) => year));
}
