/** What the rules found in the area, by kind; every count opens to its households. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AreaFigures, RuleCount } from "../../../../domain/verdicts/figures/figure.contract.ts";
import { useAgainWords } from "../../design/again-words.ts";
import { DataTable } from "../../design/data-table.tsx";
import { shownKindOf } from "../../design/shown-kind.ts";
import { formatCount, formatPercent } from "../../design/numbers.ts";
import { useOutcomeWords } from "../../design/outcome-words.ts";
import { PartBar } from "../../design/part-bar.tsx";
import { besideRepeated } from "../../../../engines/policy/matter.ts";
import { RuleLink } from "../../design/rule-link.tsx";
import { StandardTag } from "../../design/rule-title.tsx";
import { TabStrip } from "../../design/tab-strip.tsx";
import { OnlyCounties } from "../../design/part-of-counties.tsx";
import { RowsLink } from "../../frame/rows-link.tsx";
import { SeverityMark } from "../../design/severity-mark.tsx";

const kinds = ["criterion", "elimination", "eligibility", "risk", "quality"] as const;
type Kind = (typeof kinds)[number];
const shownAtFirst = 8;

export function Findings({ figures }: { figures: AreaFigures }) {
  const { t } = useTranslation();
  const present = kinds.filter((kind) => figures.rules.some((rule) => shownKindOf(rule) === kind));
  const [chosen, setChosen] = useState<Kind>("criterion");
  const kind = present.includes(chosen) ? chosen : present[0];
  if (!kind) return null;
  return (
    <section className="panel findings" aria-label={t("area.findings")}>
      <div className="panel-head">
        <h2>{t("area.findings")}</h2>
        <OnlyCounties counties={figures.counties} />
      </div>
      <TabStrip
        label={t("area.findings")}
        active={kind}
        onChange={setChosen}
        tabs={present.map((key) => ({ key, label: t(`verdict.kind.${key}`) }))}
      >
        <RuleTable key={kind} figures={figures} rules={orderOf(figures.rules, kind)} kind={kind} />
      </TabStrip>
    </section>
  );
}

/** For a class of households the ones that belong are the finding; for all other rules the ones that fail. */
function foundOutcome(kind: string): "pass" | "fail" {
  return kind === "eligibility" ? "pass" : "fail";
}

function orderOf(rules: RuleCount[], kind: string): RuleCount[] {
  const found = foundOutcome(kind);
  const ofKind = rules.filter((rule) => shownKindOf(rule) === kind);
  if (kind === "criterion") return ofKind;
  return ofKind.toSorted((a, b) => b[found] - a[found] || b.unknown - a.unknown);
}

interface RuleTableProps {
  figures: AreaFigures;
  rules: RuleCount[];
  kind: Kind;
}

function RuleTable({ figures, rules, kind }: RuleTableProps) {
  const { t } = useTranslation();
  const wordsOf = useOutcomeWords();
  const [all, setAll] = useState(false);
  const found = foundOutcome(kind);
  const matters = besideRepeated(rules);
  const shown = all ? matters : matters.slice(0, shownAtFirst);
  if (rules.length === 0) return <p className="panel-body soft">{t("area.findingsNone")}</p>;
  return (
    <>
      <DataTable
        label={t(`verdict.kind.${kind}`)}
        stacks
        heads={[
          { key: "rule", words: t("area.rule") },
          {
            key: "found",
            words: wordsOf(kind, found),
            className: "number",
          },
          { key: "unknown", words: wordsOf(kind, "unknown"), className: "number" },
          { key: "share", words: t("area.share"), className: "finding-share" },
        ]}
      >
        {shown.flatMap(({ first, again }) => [
          <RuleLine key={first.id} {...{ figures, kind, found }} rule={first} />,
          ...again.map((rule) => <RuleLine key={rule.id} {...{ figures, kind, found, rule }} isAgain />),
        ])}
      </DataTable>
      {matters.length > shownAtFirst && (
        <button type="button" className="more-button" onClick={() => setAll(!all)}>
          {all ? t("area.showLess") : t("area.showAll", { n: matters.length })}
        </button>
      )}
    </>
  );
}

interface RuleLineProps {
  figures: AreaFigures;
  rule: RuleCount;
  kind: Kind;
  found: "pass" | "fail";
  /** It asks again what the line above asks. */
  isAgain?: boolean;
}

function RuleLine({ figures, rule, kind, found, isAgain = false }: RuleLineProps) {
  const { t } = useTranslation();
  const againWords = useAgainWords();
  const wordsOf = useOutcomeWords();
  const unit = rule.unit === "member" ? t("unit.person") : t("unit.household");
  return (
    <tr>
      <th scope="row">
        <span className="finding-title">
          {/* A rule that nobody fails carries no mark: red is for what must be acted on. */}
          {rule[found] > 0 && !isAgain ? (
            <SeverityMark severity={rule.severity} />
          ) : (
            <span className="severity" aria-hidden />
          )}
          <RuleLink id={rule.id} title={found === "fail" ? rule.failing : rule.title} />
          <StandardTag standard={rule.standard} />
        </span>
        {isAgain && <span className="finding-again">{againWords(rule)}</span>}
      </th>
      <td className="number" data-label={wordsOf(kind, found)}>
        <RuleRows figures={figures} rule={rule} outcome={found} count={rule[found]} unit={unit} />
      </td>
      <td className="number" data-label={wordsOf(kind, "unknown")}>
        <RuleRows figures={figures} rule={rule} outcome="unknown" count={rule.unknown} unit={unit} />
      </td>
      <td className="finding-share" data-label={t("area.share")}>
        <Share rule={rule} found={found} />
      </td>
    </tr>
  );
}

function Share({ rule, found }: Pick<RuleLineProps, "rule" | "found">) {
  const applicable = rule.pass + rule.fail + rule.unknown;
  // Unknown is neither: the share is of those that were judged.
  const judged = rule.pass + rule.fail;
  return (
    <>
      <PartBar
        thin
        parts={[
          { tone: found === "pass" ? "accent" : "must", count: rule[found] },
          { tone: "doubt", count: rule.unknown },
          { tone: "plain", count: applicable - rule.unknown - rule[found] },
        ]}
      />
      <span className="faint small">
        {formatPercent(rule[found], judged)} · {formatCount(rule[found])} / {formatCount(judged)}
      </span>
    </>
  );
}

interface RuleRowsProps {
  figures: AreaFigures;
  rule: RuleCount;
  outcome: "pass" | "fail" | "unknown";
  count: number;
  unit: string;
}

function RuleRows({ figures, rule, outcome, count, unit }: RuleRowsProps) {
  if (count === 0) return <span className="zero">0</span>;
  return (
    <RowsLink figures={figures} filters={{ rule: rule.id, outcome }}>
      {formatCount(count)} {unit}
    </RowsLink>
  );
}
