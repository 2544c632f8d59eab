/** What each check says, as a sentence that is true when it passes. */
export const checkWords = {
  "file.json": { zh: "文件是JSON", en: "The file is JSON" },
  "file.form": {
    zh: "文件是规范写法（RFC 8785），一个字节不多不少",
    en: "The file is in its one canonical form (RFC 8785)",
  },
  "file.digest": { zh: "全部内容的摘要相符", en: "The digest over everything agrees" },
  "file.parts": { zh: "材料齐全，没有多余的部分", en: "All parts are there, and no others" },
  "frame.form": {
    zh: "名单合乎格式：排好序、不重复",
    en: "The frame is well formed, sorted and without repeats",
  },
  "frame.hashes": {
    zh: "名单的根和文件哈希与各行相符",
    en: "Root and file hash of the frame are those of its lines",
  },
  "plan.form": { zh: "方案写法正确", en: "The plan is well formed" },
  "plan.hash": { zh: "方案的哈希与原文相符", en: "The hash of the plan is that of its text" },
  "shares.commitments": {
    zh: "各方的密钥份额与事先公布的承诺相符",
    en: "Each share of the secret is the one committed to",
  },
  "beacon.planned": {
    zh: "方案事先列明了每个随机数来源及其轮次或期号",
    en: "The plan named every source of the randomness and its exact round beforehand",
  },
  "beacon.randomness": {
    zh: "公开随机数与方案列出的来源相符，drand签名成立",
    en: "The public randomness is that of the planned sources, drand signatures hold",
  },
  "households.form": { zh: "户名单合乎格式", en: "The household list is well formed" },
  "households.hashes": {
    zh: "户名单的根和文件哈希与各行相符",
    en: "Root and file hash of the household list are those of its lines",
  },
  "households.sizes": {
    zh: "抽中各村在户名单里的户数与冻结名单的规模相同",
    en: "The household list has as many households of each drawn village as the frame says",
  },
  "draw.possible": { zh: "按方案能从名单抽样", en: "The plan can be drawn from the frame" },
  "draw.seed": {
    zh: "种子由名单、方案、公开随机数和密钥算出",
    en: "The seeds follow from frame, plan, public randomness and secret",
  },
  "draw.selected": {
    zh: "抽中的单位和概率与重算一致",
    en: "The drawn units and their probabilities come out again",
  },
  "draw.reserves": { zh: "备选及其次序与重算一致", en: "The reserves and their order come out again" },
  "draw.households": {
    zh: "抽中的户、概率和权数与重算一致",
    en: "The drawn households, probabilities and weights come out again",
  },
  "draw.householdReserves": {
    zh: "备选户及其次序与重算一致",
    en: "The reserve households and their order come out again",
  },
  "interviews.drawn": {
    zh: "查访的都是抽中的，备选按次序启用",
    en: "Only drawn units were visited, and reserves in their order",
  },
  "interviews.reserves": {
    zh: "有空缺时，下一个备选都有结果，没有跳过或扔掉",
    en: "While a place is open the next reserve has its state: none was skipped or thrown away",
  },
  "interviews.complete": {
    zh: "抽中的每一个都有结果，没有漏掉",
    en: "Every drawn unit has its state, none is left out",
  },
  "interviews.replaced": {
    zh: "没有一个村的替换超过一成",
    en: "In no village was more than a tenth of the drawn replaced",
  },
  "interviews.personal": {
    zh: "编号、问题、答案和份额持有方里没有证件号码和电话",
    en: "Ids, questions, answers and holders hold no id numbers and no phones",
  },
  "results.questions": {
    zh: "要公布哪些结果，方案事先已经定下",
    en: "The plan bound beforehand which results would be published",
  },
  "results.response": {
    zh: "每个结果所要访的都访到了，也都回答了",
    en: "Everybody sought for a result was interviewed and answered",
  },
  "results.computed": {
    zh: "公布的结果与查访记录重算一致",
    en: "The results come out again from the interviews",
  },
  "log.checkpoints": { zh: "日志检查点的签名成立", en: "The log signed its checkpoints" },
  "log.keys": {
    zh: "日志和见证人的公钥是别处公布的那些",
    en: "The keys of log and witnesses are those published elsewhere",
  },
  "log.witnesses": { zh: "每个检查点有足够的见证人签名", en: "Enough witnesses cosigned each checkpoint" },
  "log.growth": { zh: "日志只增不改", en: "The log only grew" },
  "log.statements": {
    zh: "日志里各步的内容与本材料一致",
    en: "What the log says of each step is what this bundle holds",
  },
  "log.inclusion": { zh: "各步都在日志里", en: "Each step stands in the log" },
  "log.order": {
    zh: "名单、方案、承诺先于随机数",
    en: "Frame, plan and commitments stand before the randomness",
  },
  "log.households": {
    zh: "户名单在随机数之前就进了日志",
    en: "The household list stood in the log before the randomness",
  },
  "log.plans": {
    zh: "到随机数为止的日志里，本县没有别的名单、方案或承诺",
    en: "Up to the randomness the log holds no other frame, plan or commitments of this county",
  },
  "log.time": {
    zh: "见证时间比随机数早一小时以上",
    en: "Witnesses saw them an hour or more before the randomness",
  },
} as const satisfies Record<string, { zh: string; en: string }>;

export type CheckId = keyof typeof checkWords;
