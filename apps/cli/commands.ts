/** All commands, in the order of the help. A command's own code is loaded only when it is asked for: help comes at once. */
import type { CliCommand, Words } from "./command.ts";

export interface CommandEntry {
  /** Words after `jingzhun`. */
  name: string;
  summary: Words;
  load(): Promise<CliCommand>;
}

export const commands: readonly CommandEntry[] = [
  {
    name: "start",
    summary: {
      zh: "启动：数据库、接口、任务、网页，按 Ctrl-C 停止",
      en: "start everything on this machine; Ctrl-C stops it",
    },
    load: async () => (await import("./commands/start.ts")).startCommand,
  },
  {
    name: "stop",
    summary: { zh: "停止正在运行的程序和自带数据库", en: "stop the running program and its database" },
    load: async () => (await import("./commands/stop.ts")).stopCommand,
  },
  {
    name: "import",
    summary: {
      zh: "导入花名册、收入台账或监测导出表",
      en: "import a roster, income ledger or monitoring export",
    },
    load: async () => (await import("./commands/import.ts")).importCommand,
  },
  {
    name: "evaluate",
    summary: {
      zh: "判定：逐县计算事实、规则、结果和汇总",
      en: "judge an area: facts, rules, verdicts and rollup by county",
    },
    load: async () => (await import("./commands/evaluate.ts")).evaluateCommand,
  },
  {
    name: "explain",
    summary: { zh: "说明一户的判定：结论、依据、缺什么", en: "explain the verdicts of a household" },
    load: async () => (await import("./commands/explain.ts")).explainCommand,
  },
  {
    name: "indicator",
    summary: { zh: "查询一个指标：数值、分子、分母、口径", en: "one indicator: value, both parts, formula" },
    load: async () => (await import("./commands/indicator.ts")).indicatorCommand,
  },
  {
    name: "demo generate",
    summary: { zh: "生成虚构的花名册文件（无真实人员）", en: "write a file of people who do not exist" },
    load: async () => (await import("./commands/demo-generate.ts")).demoGenerateCommand,
  },
  {
    name: "demo load",
    summary: {
      zh: "载入示例县和示例账号（勿用于真实数据库）",
      en: "load the demo county and accounts; not into a real database",
    },
    load: async () => (await import("./commands/demo-load.ts")).demoLoadCommand,
  },
  {
    name: "policy check",
    summary: { zh: "检查全部政策规则并运行样例", en: "check all policy rules and run their examples" },
    load: async () => (await import("./commands/policy-check.ts")).policyCheckCommand,
  },
  {
    name: "policy apply",
    summary: {
      zh: "启用政策规则；判定结果在下次评估后更新",
      en: "put the policies into force; verdicts follow at the next evaluation",
    },
    load: async () => (await import("./commands/policy-apply.ts")).policyApplyCommand,
  },
  {
    name: "policy what-if",
    summary: {
      zh: "试算：改标准线或规则条件，谁的判定会变；不写入",
      en: "who would change side under a changed line or condition; nothing is written",
    },
    load: async () => (await import("./commands/policy-what-if.ts")).policyWhatIfCommand,
  },
  {
    name: "division import",
    summary: { zh: "导入行政区划表（CSV）", en: "import a table of divisions (CSV)" },
    load: async () => (await import("./commands/division-import.ts")).divisionImportCommand,
  },
  {
    name: "target import",
    summary: { zh: "录入各地的任务（计划数，CSV）", en: "enter the targets of places (CSV)" },
    load: async () => (await import("./commands/target-import.ts")).targetImportCommand,
  },
  {
    name: "user add",
    summary: { zh: "添加用户", en: "add a person who may sign in" },
    load: async () => (await import("./commands/user-add.ts")).userAddCommand,
  },
  {
    name: "migrate",
    summary: { zh: "把数据库更新到本版本", en: "bring the database to this version" },
    load: async () => (await import("./commands/migrate.ts")).migrateCommand,
  },
  {
    name: "draw",
    summary: {
      zh: "抽样：名单、方案、公开随机数和密钥决定抽中谁，人人可重算",
      en: "draw a sample that anybody can draw again from frame, plan, randomness and shares",
    },
    load: async () => (await import("./commands/draw.ts")).drawCommand,
  },
  {
    name: "draw verify",
    summary: { zh: "逐项重算公布的抽样材料", en: "compute a published bundle again, line by line" },
    load: async () => (await import("./commands/draw-verify.ts")).drawVerifyCommand,
  },
  {
    name: "draw page",
    summary: {
      zh: "写出核对网页：不联网，任何人用浏览器打开即可重算公布的材料",
      en: "write the page on which anybody computes a bundle again, in a browser, offline",
    },
    load: async () => (await import("./commands/draw-page.ts")).drawPageCommand,
  },
  {
    name: "tlog root",
    summary: { zh: "日志的条数和根哈希", en: "size and root of a log" },
    load: async () => (await import("./commands/tlog-root.ts")).tlogRootCommand,
  },
  {
    name: "tlog prove",
    summary: { zh: "证明某一条在日志里", en: "prove that an entry stands in the log" },
    load: async () => (await import("./commands/tlog-prove.ts")).tlogProveCommand,
  },
  {
    name: "tlog check",
    summary: { zh: "核对一条的证明", en: "check the proof of an entry" },
    load: async () => (await import("./commands/tlog-check.ts")).tlogCheckCommand,
  },
  {
    name: "tlog consistency",
    summary: { zh: "证明日志只增不改", en: "prove that the log only grew" },
    load: async () => (await import("./commands/tlog-consistency.ts")).tlogConsistencyCommand,
  },
  {
    name: "tlog note verify",
    summary: { zh: "核对日志或见证人的签名", en: "check the signature of a log or a witness" },
    load: async () => (await import("./commands/tlog-note-verify.ts")).tlogNoteVerifyCommand,
  },
  {
    name: "survey estimate",
    summary: {
      zh: "由样本估计均值、总量、比率、比例，附抽样误差和区间",
      en: "means, totals, ratios and proportions of a sample, with sampling errors and intervals",
    },
    load: async () => (await import("./commands/survey-estimate.ts")).surveyEstimateCommand,
  },
  {
    name: "survey plan",
    summary: {
      zh: "抽样验收方案：抽多少户，允许几户有错",
      en: "acceptance plan: how many to draw, how many errors still pass",
    },
    load: async () => (await import("./commands/survey-plan.ts")).surveyPlanCommand,
  },
  {
    name: "survey decide",
    summary: {
      zh: "判断真实比例是否低于界限：达标、不达标、证据不足",
      en: "is the true rate below the limit: certified, failed, or not enough evidence",
    },
    load: async () => (await import("./commands/survey-decide.ts")).surveyDecideCommand,
  },
  {
    name: "assign",
    summary: {
      zh: "交叉考核分配：谁评谁，回避全部利害关系",
      en: "who assesses whom, with every conflict of interest avoided",
    },
    load: async () => (await import("./commands/assign.ts")).assignCommand,
  },
  {
    name: "assign check",
    summary: {
      zh: "独立核对一份分配结果，逐条说出违反的规则",
      en: "check an assignment independently; names each broken rule",
    },
    load: async () => (await import("./commands/assign-check.ts")).assignCheckCommand,
  },
  {
    name: "poverty",
    summary: {
      zh: "由样本估计贫困发生率、深度、强度和基尼系数，附抽样误差",
      en: "poverty rate, depth, severity and Gini coefficient of a sample, with sampling errors",
    },
    load: async () => (await import("./commands/poverty.ts")).povertyCommand,
  },
  {
    name: "rank",
    summary: {
      zh: "名次及其可能范围：哪些单位分得出先后",
      en: "ranks and the ranks that are possible: which units can be told apart",
    },
    load: async () => (await import("./commands/rank.ts")).rankCommand,
  },
];

export const groups: Record<string, Words> = {
  demo: { zh: "虚构数据", en: "invented data" },
  policy: { zh: "政策规则", en: "policy rules" },
  division: { zh: "行政区划", en: "divisions" },
  target: { zh: "任务", en: "targets" },
  user: { zh: "用户", en: "people who sign in" },
  tlog: { zh: "防篡改日志", en: "logs that nobody can change unseen" },
  note: { zh: "签名文书", en: "signed notes" },
  survey: { zh: "抽样调查", en: "sample surveys" },
};
