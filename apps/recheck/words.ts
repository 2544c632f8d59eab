/** Words of the page that no engine has. */
import type { Words } from "../../engines/survey/interval/interval-words.ts";
import type { GroupName, Outcome } from "./groups.ts";
import type { OptionalPart } from "./report.ts";

export const groupWords: Record<GroupName, { title: Words; about: Words }> = {
  file: {
    title: { zh: "文件本身", en: "The file itself" },
    about: {
      zh: "公布材料只有一种写法，末尾有一个由全部内容算出的摘要。传错、删改、添加一个字节，这里就不符。它只说明文件前后一致，不说明是谁写的：请把摘要与别处公布的对照。",
      en: "There is one way only to write a bundle, and it ends with a digest over everything. One byte lost, changed or added shows here. This says that the file agrees with itself, not who wrote it: compare the digest with the one published elsewhere.",
    },
  },
  frozen: {
    title: { zh: "事先冻结的名单和方案", en: "List and plan, frozen beforehand" },
    about: {
      zh: "名单写明从哪些村里抽，方案写明每层抽几个、用什么方法。两者在随机数产生之前就定下来，各有一个哈希，好比封条：改动一行，封条就对不上。封条不能说明名单有没有漏村漏户，这要与户籍、医保等外部总数核对。",
      en: "The list says which villages could be drawn, the plan how many of each stratum and by which method. Both are fixed before the randomness exists, and each has a hash, like a seal: change one line and the seal no longer fits. A seal does not show whether the list left anybody out; outside totals are for that.",
    },
  },
  chance: {
    title: { zh: "运气从哪里来", en: "Where the chance comes from" },
    about: {
      zh: "种子由四样东西算出：名单、方案、事后才产生的公开随机数、几方各自保管的密钥份额。各方先公布承诺（份额的哈希），事后才亮出份额，所以谁也不能看了随机数再换一份。下面逐步写出怎样算，任何人可用别的软件再算。",
      en: "Four things give the seed: the list, the plan, public randomness that did not exist yet, and shares of a secret held by several parties. Each party first published a commitment, the hash of its share, and showed the share afterwards, so nobody could exchange it after seeing the randomness. Each step stands below, to be done again with any other software.",
    },
  },
  sample: {
    title: { zh: "抽中的村和户", en: "The sample" },
    about: { zh: "", en: "" },
  },
  interviews: {
    title: { zh: "入户查访", en: "Interviews" },
    about: {
      zh: "查访的应当正好是抽中的：一户不能少，一户不能换。外出、搬走的可以按排定的次序启用备选；找不到的、不该在名单上的如实记录，不能替换。这里不能说明被访的人有没有说真话，那要靠回访和举报。",
      en: "Exactly the drawn households should have been visited: none left out, none exchanged. For who is absent or moved the next reserve may be opened, in its fixed order; who cannot be found or should not be on the list is recorded and never replaced. Whether those asked spoke freely cannot be shown here: second visits and a hotline are for that.",
    },
  },
  results: {
    title: { zh: "公布的结果", en: "Published results" },
    about: {
      zh: "每个数都由查访记录按各户代表的户数重新推算，连同区间。区间说明样本能回答到什么程度；公布的数与重算的数相差十亿分之一以上就是不符。",
      en: "Each figure is estimated again from the interviews, each household standing for as many as it was drawn for, with its interval. The interval says how much the sample can answer. A figure that differs by more than one part in a thousand million does not hold.",
    },
  },
  log: {
    title: { zh: "日志：先后次序有人作证", en: "The log: witnesses to the order" },
    about: {
      zh: "每一步都写进一本只能增加、不能改的日志，由独立的见证人按时间签名。它说明名单、方案、承诺确实在随机数之前。签名用的公钥写在材料里，造假的人也能另造一本日志：请把下面的公钥与见证单位自己公布的逐字对照。",
      en: "Each step was written into a log that can only grow, and independent witnesses signed it with the time. It shows that list, plan and commitments stood before the randomness. The keys stand in the bundle, and a forger can make a log of their own: compare the keys below, letter by letter, with those that the witnesses publish themselves.",
    },
  },
};

export const outcomeWords: Record<Outcome, Words> = {
  holds: { zh: "相符", en: "holds" },
  differs: { zh: "不符", en: "does not hold" },
  open: { zh: "未能证明，由人核对", en: "not shown: for people to compare" },
  "left-out": { zh: "未公布，无法核对", en: "not published: cannot be checked" },
  "not-reached": { zh: "没有算到", en: "not reached" },
};

/** Shapes beside the colours. */
export const outcomeMarks: Record<Outcome, string> = {
  holds: "✓",
  differs: "✗",
  open: "?",
  "left-out": "–",
  "not-reached": "…",
};

export const partWords: Record<OptionalPart, Words> = {
  households: { zh: "户名单", en: "the household list" },
  interviews: { zh: "查访记录", en: "the interviews" },
  results: { zh: "结果", en: "the results" },
  log: { zh: "日志证明", en: "proofs of the log" },
};

export const stepWords = {
  reading: { zh: "正在读文件", en: "Reading the file" },
  checking: { zh: "正在重算，逐项核对", en: "Computing again, line by line" },
  drawing: { zh: "正在整理样本和结果", en: "Putting sample and results together" },
} satisfies Record<string, Words>;

export const interviewStateWords: Record<string, Words> = {
  interviewed: { zh: "完成查访", en: "interviewed" },
  refused: { zh: "拒绝", en: "refused" },
  absent: { zh: "三次上门都不在", en: "absent at three visits" },
  moved: { zh: "整户搬走", en: "moved" },
  dissolved: { zh: "整户消亡", en: "dissolved" },
  "not-found": { zh: "找不到", en: "not found" },
  "wrongly-on-frame": { zh: "不该在名单上", en: "wrongly on the list" },
};

export const logStepWords: Record<string, Words> = {
  freeze: { zh: "冻结名单", en: "list frozen" },
  plan: { zh: "公布方案", en: "plan published" },
  commit: { zh: "公布承诺", en: "commitments published" },
  beacon: { zh: "随机数产生", en: "randomness known" },
  households: { zh: "登记户名单", en: "households listed" },
  reveal: { zh: "亮出份额", en: "shares revealed" },
  interviews: { zh: "上传查访", en: "interviews uploaded" },
  results: { zh: "算出结果", en: "results computed" },
};

export const methodWords: Record<string, Words> = {
  "systematic-pps": {
    zh: "按规模等距抽样（按名单次序）",
    en: "systematic, in proportion to size, in the order of the list",
  },
  "systematic-pps/hash": {
    zh: "按规模等距抽样（按哈希次序）",
    en: "systematic, in proportion to size, in hash order",
  },
  "sequential-poisson": { zh: "序贯泊松抽样", en: "sequential Poisson" },
  pareto: { zh: "帕累托抽样", en: "Pareto" },
  srs: { zh: "简单随机抽样", en: "simple random" },
};

export const intervalWords: Record<string, Words> = {
  normal: { zh: "正态区间", en: "normal interval" },
  t: { zh: "t 区间", en: "t interval" },
  wilson: { zh: "Wilson 区间（当作简单随机抽样）", en: "Wilson interval, as if drawn simply at random" },
  cp: {
    zh: "Clopper-Pearson 区间（当作简单随机抽样）",
    en: "Clopper-Pearson interval, as if drawn simply at random",
  },
  kg: { zh: "Korn-Graubard 区间", en: "Korn-Graubard interval" },
  "kg-capped": { zh: "Korn-Graubard 区间（有上限）", en: "Korn-Graubard interval, capped" },
};
