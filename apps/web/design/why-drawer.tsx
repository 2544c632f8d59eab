/** Why a verdict came out as it did: sentence, rule with this household's values, article, what would change it. */
import "./why-drawer.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { RuleVerdict } from "../../../domain/verdicts/verdict.contract.ts";
import { policyLinesQuery } from "../server/policies.ts";
import { Dialog } from "./dialog.tsx";
import { useBothLanguages } from "./both-languages.ts";
import { lineInForce } from "./line-in-force.ts";
import { SourceWords } from "./policy-source.tsx";
import { StandardTag } from "./rule-title.tsx";
import { VerdictChip } from "./verdict-chip.tsx";

/** Where and when the household was judged: its county and the year of its book. */
export interface BookPlace {
  county: string;
  year: number;
}

interface WhyDrawerProps {
  verdict: RuleVerdict | null;
  at?: BookPlace;
  onClose: () => void;
}

export function WhyDrawer({ verdict, at, onClose }: WhyDrawerProps) {
  const say = useBothLanguages();
  return (
    <Dialog open={verdict !== null} onClose={onClose} place="side" title={verdict ? say(verdict.title) : ""}>
      {verdict && <Why verdict={verdict} at={at} />}
    </Dialog>
  );
}

function Why({ verdict, at }: { verdict: RuleVerdict; at: BookPlace | undefined }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  return (
    <div className="why">
      <div className="why-sentence">
        <VerdictChip verdict={verdict} /> <StandardTag standard={verdict.standard} />
        {verdict.maskedMember && (
          <span className="soft"> {t("verdict.member", { name: verdict.maskedMember })}</span>
        )}
        <p>{say(verdict.sentence)}</p>
      </div>
      <Required verdict={verdict} />
      <Shortfall verdict={verdict} />
      <Part title={t("verdict.source")}>
        <SourceWords source={verdict.source} deep />
      </Part>
      <WouldChange verdict={verdict} at={at} />
      <RuleText verdict={verdict} />
      <p>
        <Link to="/policies/$rule" params={{ rule: verdict.ruleId }}>
          {t("policy.open")}
        </Link>
      </p>
      <p className="faint small" title={t("verdict.versionAbout")}>
        {verdict.ruleId} · {t("verdict.version", { version: verdict.version })}
        <br />
        {t("verdict.versionAbout")}
      </p>
    </div>
  );
}

/** What the rule asks for, in plain words, each part with how it came out and what is said of it. */
function Required({ verdict: { applies, parts, kind } }: { verdict: RuleVerdict }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  return (
    <Part title={t("verdict.required")}>
      {applies && <p className="soft small">{t("verdict.applies", { whom: say(applies) })}</p>}
      <ul className="why-required">
        {parts.map(({ required, outcome, said, gap }) => (
          <li key={required.zh}>
            <VerdictChip verdict={{ kind, outcome }} />
            <div>
              <p>{say(required)}</p>
              {gap && <p className="why-gap">{say(gap)}</p>}
              {said && <p className="soft small">{say(said)}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** The text that is judged, for those who want to read it exactly. */
function RuleText({ verdict }: { verdict: RuleVerdict }) {
  const { t } = useTranslation();
  return (
    <details className="why-part">
      <summary>{t("verdict.ruleText")}</summary>
      <p className="soft small">{t("verdict.ruleTextHint", { source: sourceInShort(verdict.source, t) })}</p>
      <pre className="rule-text">{verdict.ruleText}</pre>
      <h3>{t("verdict.substituted")}</h3>
      <pre className="rule-text">{verdict.substituted}</pre>
    </details>
  );
}

function sourceInShort({ document, number, article }: RuleVerdict["source"], t: TFunction): string {
  const inBrackets = number === null ? "" : t("mark.inBrackets", { text: number });
  return `${t("mark.title", { text: document })}${inBrackets}${article}`;
}

/** What contradicts, and what nobody entered yet. */
function Shortfall({ verdict }: { verdict: RuleVerdict }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const fixed = new Set(verdict.facts.filter(({ change }) => change === "fixed").map(({ term }) => term.zh));
  const isEntered = verdict.missing.some(({ zh }) => !fixed.has(zh));
  return (
    <>
      {verdict.contradictions.length > 0 && (
        <Part title={t("verdict.contradictions")}>
          <ul className="why-contradictions">
            {verdict.contradictions.map((part) => (
              <li key={part.zh}>{say(part)}</li>
            ))}
          </ul>
        </Part>
      )}
      {verdict.missing.length > 0 && (
        <Part title={t("verdict.missing")}>
          <p className="why-missing">{verdict.missing.map(say).join(t("mark.and"))}</p>
          <p className="faint small">{t(isEntered ? "verdict.missingHint" : "verdict.missingFixed")}</p>
        </Part>
      )}
    </>
  );
}

function WouldChange({ verdict, at }: { verdict: RuleVerdict; at: BookPlace | undefined }) {
  const { t } = useTranslation();
  const fixed = verdict.facts.filter(({ change }) => change === "fixed");
  const changing = verdict.facts.filter(({ change }) => change !== "fixed");
  if (verdict.facts.length === 0) return null;
  return (
    <Part title={t("verdict.change")}>
      <p className="soft small">{t(`verdict.change${leadOf(verdict)}`)}</p>
      <table className="data-table fact-table">
        <tbody>
          {changing.map((fact) => (
            <FactRow key={fact.code} fact={fact} />
          ))}
        </tbody>
      </table>
      {fixed.length > 0 && (
        <>
          <p className="soft small">{t("verdict.changeFixed")}</p>
          <table className="data-table fact-table">
            <tbody>
              {fixed.map((fact) => (
                <FactRow key={fact.code} fact={fact} />
              ))}
            </tbody>
          </table>
        </>
      )}
      <LineSources facts={fixed} at={at} />
    </Part>
  );
}

function FactRow({ fact }: { fact: RuleVerdict["facts"][number] }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  return (
    <tr>
      <th scope="row">{say(fact.term)}</th>
      <td>
        <span className={fact.value === null ? "zero" : ""}>{say(fact.shown)}</span>
        {fact.change === "computed" && <span className="faint small"> {t("verdict.computed")}</span>}
      </td>
    </tr>
  );
}

const lineFacts = { "household.poverty_line": "poverty", "household.monitoring_line": "monitoring" } as const;

/** The document that sets the line with which this household was compared. */
function LineSources({ facts, at }: { facts: RuleVerdict["facts"]; at: BookPlace | undefined }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const kinds = Object.entries(lineFacts).flatMap(([code, kind]) =>
    facts.some((fact) => fact.code === code) ? [kind] : [],
  );
  const { data } = useQuery({ ...policyLinesQuery, enabled: kinds.length > 0 && at !== undefined });
  return kinds.map((kind) => {
    const line = at && data && lineInForce(data.lines, kind, at.year, at.county);
    if (!line) return null;
    return (
      <div key={kind} className="small">
        <p className="soft">{t("verdict.lineSource", { line: t(`policy.lineKind.${kind}`) })}</p>
        {line.amount === null && (
          <p className="why-missing">
            {t("verdict.lineWithoutAmount")} {line.formula && say(line.formula)}
          </p>
        )}
        <SourceWords source={line.source} deep />
      </div>
    );
  });
}

function leadOf({ outcome, contradictions }: RuleVerdict): "Contradiction" | "Unknown" | "Fail" | "Pass" {
  if (outcome === "unknown") return contradictions.length > 0 ? "Contradiction" : "Unknown";
  return outcome === "fail" ? "Fail" : "Pass";
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="why-part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
