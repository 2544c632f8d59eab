/** A rule and a conflict of rules in sentences, Chinese and English. */
import type { Conflict } from "./conflict.ts";
import type { ModelName } from "./instance.ts";
import type { Rule } from "./rule.ts";

export interface Bilingual {
  zh: string;
  en: string;
}

export function ruleWords(rule: Rule): Bilingual {
  switch (rule.kind) {
    case "self":
      return {
        zh: `${rule.region}的组不评${rule.region}`,
        en: `a team of ${rule.region} does not assess it`,
      };
    case "lastYear":
      return {
        zh: `${rule.from}去年评过${rule.to}`,
        en: `${rule.from} assessed ${rule.to} last year`,
      };
    case "pairedHelp":
      return {
        zh: `${rule.helper}对口帮扶${rule.helped}，互不评`,
        en: `${rule.helper} helps ${rule.helped}: neither assesses the other`,
      };
    case "conflict":
      return {
        zh: `${rule.from}申报回避${rule.target}${rule.reason ? `（${rule.reason}）` : ""}`,
        en: `${rule.from} declared a tie to ${rule.target}${rule.reason ? ` (${rule.reason})` : ""}`,
      };
    case "reciprocity":
      return {
        zh: `${rule.one}和${rule.other}不互评`,
        en: `${rule.one} and ${rule.other} do not assess each other`,
      };
    default:
      return limitWords(rule);
  }
}

type Limit = Extract<Rule, { kind: "citiesPerTeam" | "leastTargets" | "mostTargets" | "distanceCap" }>;

function limitWords(rule: Limit): Bilingual {
  switch (rule.kind) {
    case "citiesPerTeam":
      return {
        zh: `${rule.team}最多去${rule.most}个市`,
        en: `${rule.team} works in at most ${counted(rule.most, "region", "regions")}`,
      };
    case "leastTargets":
      return {
        zh: `${rule.team}至少评${rule.least}个县`,
        en: `${rule.team} takes at least ${counted(rule.least, "county", "counties")}`,
      };
    case "mostTargets":
      return {
        zh: `${rule.team}最多评${rule.most}个县`,
        en: `${rule.team} takes at most ${counted(rule.most, "county", "counties")}`,
      };
    case "distanceCap":
      return {
        zh: `单程不超过${rule.kilometres}千米`,
        en: `nobody travels more than ${rule.kilometres} km`,
      };
  }
}

/** One sentence that names every rule of the conflict. */
export function explainConflict({ rules, isMinimal }: Conflict, model: ModelName): Bilingual {
  const words = togetherByLimit(rules);
  const task =
    model === "A"
      ? { zh: "每个地区恰好评一个、恰好被评一次", en: "each region assesses one and is assessed once" }
      : { zh: "每个县恰好由一个组评", en: "each county is assessed by exactly one team" };
  const least = isMinimal
    ? {
        zh: "这几条之间互相冲突，不能同时满足；改了还可能有别的冲突",
        en: "they conflict with one another; when one is changed there may be other conflicts still",
      }
    : {
        zh: "时限内未能确认是否还可以更少",
        en: "in the time allowed it was not shown whether fewer would do",
      };
  return {
    zh: `无法分配：要做到${task.zh}，下面${rules.length}条规则不能同时遵守（${least.zh}）：${words.map(({ zh }) => zh).join("；")}。没有放宽任何规则，请由有权的人决定改哪一条。`,
    en: `Nothing can be assigned: where ${task.en}, these ${rules.length} rules exclude each other (${least.en}): ${words.map(({ en }) => en).join("; ")}. No rule was relaxed; let whoever may decide change one of them.`,
  };
}

/** Teams under the same limit are named in one part, not in one each. */
function togetherByLimit(rules: readonly Rule[]): Bilingual[] {
  const groups = Map.groupBy(rules, (rule) =>
    "team" in rule ? JSON.stringify({ ...rule, team: "" }) : JSON.stringify(rule),
  );
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    const teams = same.flatMap((rule) => ("team" in rule ? [rule.team] : []));
    if (!first || !("team" in first) || teams.length === 1) return same.map(ruleWords);
    return [
      {
        zh: ruleWords({ ...first, team: `${teams.join("、")}各` }).zh,
        en: ruleWords({ ...first, team: `each of ${teams.join(", ")}` }).en,
      },
    ];
  });
}

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}
