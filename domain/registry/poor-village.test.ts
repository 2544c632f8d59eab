import { expect, test } from "vitest";
import { rolledBack } from "../../test/api.ts";
import { aListener } from "../../test/register-builders.ts";
import { type PoorVillageList, listAsPoor } from "./poor-village.service.ts";

const list: PoorVillageList = {
  villages: ["411702100200", "411702100200", "411702100201"],
  designatedBy: "province",
  designatedYear: 2014,
  source: "县扶贫办名单",
};

test("a village that is listed otherwise leaves what it was in the record, the same list leaves nothing", () =>
  rolledBack((t) =>
    t.asSystem(async (work) => {
      const listener = aListener();
      await listAsPoor(work, listener, list);
      await listAsPoor(work, listener, list);
      const corrected = { ...list, villages: ["411702100201"], designatedYear: 2016 };
      await listAsPoor(work, listener, corrected);
      expect(listener.told).toEqual(["villages 411702", "villages 411702"]);
      const events = await work.tx
        .selectFrom("audit.event")
        .select(["subject_id", "detail"])
        .where("action", "=", "village.designate")
        .orderBy("id")
        .execute();
      expect(events).toHaveLength(3);
      expect(events.map(({ detail }) => detail)).toEqual(
        expect.arrayContaining([
          { villages: 2 },
          { villages: 1 },
          expect.objectContaining({ designatedYear: 2016, formerDesignatedYear: 2014 }),
        ]),
      );
      const rows = await work.tx
        .selectFrom("registry.poor_village")
        .select(["area_code", "designated_year"])
        .where("area_code", "in", list.villages)
        .orderBy("area_code")
        .execute();
      expect(rows.map((row) => row.designated_year)).toEqual([2014, 2016]);
    }, "411702000000"),
  ));
