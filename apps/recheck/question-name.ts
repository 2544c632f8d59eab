/** What a published result is of, as a person says it. Question names and codes are those of the questionnaire. */
import type { ResultQuestion } from "../../engines/survey/bundle/results.ts";
import type { Words } from "../../engines/survey/interval/interval-words.ts";

export function questionName({ measure, of, over, value, group }: ResultQuestion): Words {
  const among = group === null ? { zh: "全部", en: "all" } : { zh: `${group}类`, en: `group ${group}` };
  const code = String(value);
  switch (measure) {
    case "mean":
      return { zh: `${among.zh}：${of} 的平均数`, en: `mean of ${of}, ${among.en}` };
    case "total":
      return { zh: `${among.zh}：${of} 的总数`, en: `total of ${of}, ${among.en}` };
    case "ratio":
      return { zh: `${among.zh}：${of} 占 ${over} 之比`, en: `${of} over ${over}, ${among.en}` };
    case "proportion":
      return { zh: `${among.zh}：${of}＝${code} 的比例`, en: `share with ${of} = ${code}, ${among.en}` };
  }
}
