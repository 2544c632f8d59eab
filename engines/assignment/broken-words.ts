/** A broken rule in a sentence, Chinese and English, with the team and the place. */
import type { BrokenRule } from "./check.ts";
import type { Bilingual } from "./conflict-words.ts";

export function brokenWords(broken: BrokenRule): Bilingual {
  switch (broken.rule) {
    case "unknownTeam":
      return { zh: `实例里没有组${broken.team}`, en: `the instance has no team ${broken.team}` };
    case "unknownTarget":
      return {
        zh: `${broken.team}被派到${broken.target}，实例里没有这个地方`,
        en: `${broken.team} is sent to ${broken.target}, which the instance does not have`,
      };
    case "notAssigned":
      return { zh: `${broken.target}没有组去评`, en: `nobody assesses ${broken.target}` };
    case "assignedTwice":
      return {
        zh: `${broken.target}被评了不止一次：${broken.teams.join("、")}`,
        en: `${broken.target} is assessed more than once: ${broken.teams.join(", ")}`,
      };
    case "cost":
    case "seed":
    case "notOfSeed":
    case "capNotOfSeed":
      return statementWords(broken);
    case "tooFew":
    case "tooMany":
    case "tooManyCities":
      return loadWords(broken);
    default:
      return pairWords(broken);
  }
}

function loadWords(broken: Extract<BrokenRule, { rule: "tooFew" | "tooMany" | "tooManyCities" }>): Bilingual {
  switch (broken.rule) {
    case "tooFew":
      return {
        zh: `${broken.team}只评${broken.count}个，至少${broken.limit}个`,
        en: `${broken.team} takes ${broken.count}, at least ${broken.limit} are due`,
      };
    case "tooMany":
      return {
        zh: `${broken.team}评${broken.count}个，最多${broken.limit}个`,
        en: `${broken.team} takes ${broken.count}, at most ${broken.limit} are allowed`,
      };
    case "tooManyCities":
      return {
        zh: `${broken.team}去${broken.cities.length}个市（${broken.cities.join("、")}），最多${broken.limit}个`,
        en: `${broken.team} works in ${broken.cities.length} regions (${broken.cities.join(", ")}), at most ${broken.limit} are allowed`,
      };
  }
}

type BrokenPair = Extract<
  BrokenRule,
  { rule: "self" | "lastYear" | "pairedHelp" | "conflict" | "reciprocity" | "distanceCap" }
>;

function pairWords(broken: BrokenPair): Bilingual {
  switch (broken.rule) {
    case "self":
      return {
        zh: `${broken.team}评${broken.target}：是自己的地方（${broken.home}）`,
        en: `${broken.team} assesses ${broken.target}: its own place (${broken.home})`,
      };
    case "lastYear":
      return {
        zh: `${broken.team}评${broken.target}：${broken.home}去年评过${broken.region}`,
        en: `${broken.team} assesses ${broken.target}: ${broken.home} assessed ${broken.region} last year`,
      };
    case "pairedHelp":
      return {
        zh: `${broken.team}评${broken.target}：${broken.home}和${broken.region}是对口帮扶关系`,
        en: `${broken.team} assesses ${broken.target}: ${broken.home} and ${broken.region} are paired for help`,
      };
    case "conflict":
      return {
        zh: `${broken.team}评${broken.target}：申报了回避${broken.reason ? `（${broken.reason}）` : ""}`,
        en: `${broken.team} assesses ${broken.target}: a tie is declared${broken.reason ? ` (${broken.reason})` : ""}`,
      };
    case "reciprocity":
      return {
        zh: `${broken.one}和${broken.other}互评`,
        en: `${broken.one} and ${broken.other} assess each other`,
      };
    case "distanceCap":
      return {
        zh: `${broken.team}评${broken.target}：${broken.kilometres}千米，超过${broken.limit}千米`,
        en: `${broken.team} assesses ${broken.target}: ${broken.kilometres} km, more than ${broken.limit} km`,
      };
  }
}

/** What a result says of itself, and what came out. */
function statementWords(
  broken: Extract<BrokenRule, { rule: "cost" | "seed" | "notOfSeed" | "capNotOfSeed" }>,
): Bilingual {
  switch (broken.rule) {
    case "cost":
      return {
        zh: `结果写的总数是${broken.stated}，重算是${broken.counted}`,
        en: `the result states a cost of ${broken.stated}, counted again it is ${broken.counted}`,
      };
    case "seed":
      return {
        zh: `结果用的种子是${broken.stated}，不是公布的${broken.given}`,
        en: `the result was made with the seed ${broken.stated}, not with the public one ${broken.given}`,
      };
    case "notOfSeed":
      return {
        zh: `按种子重算，${broken.team}应评${broken.expected}，结果写的是${broken.stated}`,
        en: `by the seed ${broken.team} assesses ${broken.expected}, the result says ${broken.stated}`,
      };
    case "capNotOfSeed":
      return {
        zh: `结果写的路程上限是${broken.stated}千米，重算是${broken.expected}千米`,
        en: `the result states a cap of ${broken.stated} km, computed again it is ${broken.expected} km`,
      };
  }
}
