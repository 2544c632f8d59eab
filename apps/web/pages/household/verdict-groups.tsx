/** All verdicts of the household in groups; each says its sentence and opens its reasons. */
import { useTranslation } from "react-i18next";
import type { RuleVerdict } from "../../../../domain/verdicts/verdict.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { EmptyState } from "../../design/empty-state.tsx";
import { shownKindOf } from "../../design/shown-kind.ts";
import { WhyDrawer } from "../../design/why-drawer.tsx";
import type { FieldPlace } from "./field-behind.ts";
import { partId } from "./use-arrival.ts";
import { inOrderOfMatters } from "./criteria-met.ts";
import { MendedIssues, mendedIssuesOf } from "./mended-issues.tsx";
import { VerdictList, type VerdictListProps } from "./verdict-list.tsx";
import { useWhy } from "./use-why.ts";
import { type KnownVerdicts, VerdictsFailed, VerdictsLoading } from "./known-verdicts.tsx";

export const verdictGroups = [
  { word: "criterion", folds: false },
  { word: "elimination", folds: false },
  { word: "eligibility", folds: true },
  { word: "quality", folds: true },
] as const;

export function groupOf(one: Pick<RuleVerdict, "kind" | "standard">): string {
  return one.kind === "risk" ? "eligibility" : shownKindOf(one);
}

interface VerdictGroupsProps {
  verdicts: KnownVerdicts;
  /** There are unsaved changes: the verdicts are said to be those of the saved book. */
  isEdited: boolean;
  /** Begins an edit at the field that a verdict rests on; absent where the reader may not, or is at it. */
  onMend?: ((at: FieldPlace) => void) | undefined;
}

export function VerdictGroups({ verdicts, isEdited, onMend }: VerdictGroupsProps) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const isKnown = verdicts !== "loading" && !(verdicts instanceof Error);
  const why = useWhy("tab", isKnown ? verdicts.verdicts : []);
  if (verdicts === "loading") return <VerdictsLoading lines={8} />;
  if (verdicts instanceof Error) return <VerdictsFailed error={verdicts} />;
  if (verdicts.verdicts.length === 0)
    return <EmptyState title={t("verdict.outcome.none")} hint={t("verdict.notEvaluated")} />;
  return (
    <div className="verdict-groups">
      <div className="verdict-exit">
        {isEdited && <p className="faint small">{t("verdict.saved")}</p>}
        <p>{say(verdicts.exit.sentence)}</p>
        <p className="faint small">
          {verdicts.exit.standards.map((standard) => say(standard.title)).join(t("mark.and"))}
        </p>
      </div>
      {verdictGroups.map((group) => (
        <VerdictGroup
          key={group.word}
          word={group.word}
          verdicts={verdicts.verdicts.filter((one) => groupOf(one) === group.word)}
          folds={group.folds}
          onWhy={why.ask}
          onMend={onMend}
        />
      ))}
      <MendedIssues mended={mendedIssuesOf(verdicts)} />
      <WhyDrawer verdict={why.asked} at={verdicts} onClose={why.close} />
    </div>
  );
}

/** What nobody can tell yet is work too: only a long list of it is folded. */
const mostUnfolded = 6;

interface VerdictGroupProps {
  word: (typeof verdictGroups)[number]["word"];
  verdicts: RuleVerdict[];
  /** Settled verdicts are folded away, so that what needs work is seen. */
  folds: boolean;
  onWhy: (verdict: RuleVerdict) => void;
  onMend: VerdictGroupsProps["onMend"];
}

function VerdictGroup({ word, verdicts, folds, onWhy, onMend }: VerdictGroupProps) {
  const { t } = useTranslation();
  if (verdicts.length === 0) return null;
  const [found, unknown, settled] = folds
    ? sortOut(verdicts)
    : [openFirst(inOrderOfMatters(verdicts)), [], []];
  return (
    <section className={`verdict-group verdict-group-${word}`} id={partId(word)} tabIndex={-1}>
      <h3>{t(`verdict.kind.${word}`)}</h3>
      {word === "quality" && <p className="faint small">{t("verdict.qualityHint")}</p>}
      {found.length === 0 && (
        <p className="soft">
          {unknown.length === 0
            ? t("verdict.nothingOpen")
            : t("verdict.nothingFoundYet", { n: unknown.length })}
        </p>
      )}
      <VerdictList verdicts={found} {...{ onWhy, onMend }} />
      <Folded
        words={t("verdict.showUnknown", { n: unknown.length })}
        isOpen={unknown.length <= mostUnfolded}
        {...{ verdicts: unknown, onWhy, onMend }}
      />
      <Folded
        words={t("verdict.showPassed", { n: settled.length })}
        verdicts={settled}
        {...{ onWhy, onMend }}
      />
    </section>
  );
}

const openFirstOrder = ["fail", "unknown", "pass", "notApplicable"];

/** What is not met, then what nobody can tell, then the rest. */
function openFirst(verdicts: RuleVerdict[]): RuleVerdict[] {
  return verdicts.toSorted((a, b) => openFirstOrder.indexOf(a.outcome) - openFirstOrder.indexOf(b.outcome));
}

/** Belonging to a class of households is a finding, and so is failing any other rule. */
export function isFound({ kind, outcome }: Pick<RuleVerdict, "kind" | "outcome">): boolean {
  return outcome === (kind === "eligibility" ? "pass" : "fail");
}

/** What was found, what nobody can tell yet, what is settled. */
function sortOut(verdicts: RuleVerdict[]): [RuleVerdict[], RuleVerdict[], RuleVerdict[]] {
  const sorted = Map.groupBy(verdicts, ({ kind, outcome }) => {
    if (outcome === "unknown") return "unknown";
    return isFound({ kind, outcome }) ? "found" : "settled";
  });
  return [sorted.get("found") ?? [], sorted.get("unknown") ?? [], sorted.get("settled") ?? []];
}

interface FoldedProps extends VerdictListProps {
  words: string;
  isOpen?: boolean;
}

function Folded({ words, isOpen = false, ...list }: FoldedProps) {
  if (list.verdicts.length === 0) return null;
  return (
    <details open={isOpen}>
      <summary>{words}</summary>
      <VerdictList {...list} />
    </details>
  );
}
