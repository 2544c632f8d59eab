import { expect, test } from "vitest";
import { indexName } from "./name-index.ts";

test("a surname is read as a surname, the other reading stands beside", () => {
  expect(indexName("单小明")).toEqual({ chars: ["单", "小", "明"], initials: "sxm", otherInitials: "dxm" });
  expect(indexName("曾伟")).toMatchObject({ initials: "zw", otherInitials: "cw" });
  expect(indexName("覃丽")).toMatchObject({ initials: "ql", otherInitials: "tl" });
  expect(indexName("王单")).toMatchObject({ initials: "wd", otherInitials: null });
});

test("dots and spaces of a name count for nothing, a repeated character once", () => {
  expect(indexName("买买提·艾力")).toMatchObject({ chars: ["买", "提", "艾", "力"], initials: "mmtal" });
  expect(indexName("王 芳")).toMatchObject({ chars: ["王", "芳"], initials: "wf" });
});

test("rare characters have initials where they have a reading", () => {
  expect(indexName("䶮㛃")).toMatchObject({ initials: "yj" });
  expect(indexName("𠮷")).toMatchObject({ chars: ["𠮷"], initials: null });
  expect(indexName("")).toEqual({ chars: [], initials: null, otherInitials: null });
});
