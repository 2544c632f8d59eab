import { expect, test } from "vitest";
import { indexName } from "./name-index.ts";

test("a surname is read as a surname, the other reading stands beside", () => {
  expect(indexName("单小明")).toEqual({
    chars: ["单", "小", "明"],
    initials: "sxm",
    otherInitials: "dxm",
    pinyin: "shanxiaoming",
    otherPinyin: "danxiaoming",
  });
  expect(indexName("曾伟")).toMatchObject({ initials: "zw", otherInitials: "cw", otherPinyin: "cengwei" });
  expect(indexName("覃丽")).toMatchObject({ initials: "ql", otherInitials: "tl", pinyin: "qinli" });
  expect(indexName("朴正")).toMatchObject({
    otherInitials: null,
    pinyin: "piaozheng",
    otherPinyin: "puzheng",
  });
  expect(indexName("王单")).toMatchObject({ initials: "wd", otherInitials: null, otherPinyin: null });
});

test("dots and spaces of a name count for nothing, a repeated character once", () => {
  const { chars, initials, pinyin } = indexName("买买提·艾力");
  expect({ chars, initials, pinyin }).toEqual({
    chars: ["买", "提", "艾", "力"],
    initials: "mmtal",
    pinyin: "maimaitiaili",
  });
  expect(indexName("王 芳")).toMatchObject({ chars: ["王", "芳"], initials: "wf", pinyin: "wangfang" });
});

test("ü is typed v, letters and digits stand for themselves", () => {
  expect(indexName("吕女")).toMatchObject({ initials: "ln", pinyin: "lvnv" });
  expect(indexName("Anna 2")).toMatchObject({ initials: "anna2", pinyin: "anna2" });
});

test("rare characters have initials where they have a reading", () => {
  expect(indexName("䶮㛃")).toMatchObject({ initials: "yj", pinyin: "yanjie" });
  expect(indexName("𠮷")).toMatchObject({ chars: ["𠮷"], initials: null, pinyin: "" });
  expect(indexName("")).toEqual({
    chars: [],
    initials: null,
    otherInitials: null,
    pinyin: "",
    otherPinyin: null,
  });
});
