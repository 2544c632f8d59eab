/** A status in word, shape and colour together, so that none of them carries it alone. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ExitOutcome } from "../../../domain/verdicts/list/household-list.contract.ts";

export type Tone = "must" | "doubt" | "verified" | "plain" | "accent";

const shapes: Record<Tone, string> = {
  must: "M6 1 11 10.5H1Z",
  doubt: "M6 .8 11.2 6 6 11.2.8 6Z",
  verified: "M1.2 6.4 4.6 9.8 10.8 2.6",
  plain: "M2 6h8",
  accent: "M6 1.4a4.6 4.6 0 1 0 .01 0Z",
};

export function StatusChip({ tone, children, quiet }: { tone: Tone; children: ReactNode; quiet?: boolean }) {
  return (
    <span className={`chip chip-${tone}${quiet ? " chip-quiet" : ""}`}>
      <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden>
        <path d={shapes[tone]} />
      </svg>
      {children}
    </span>
  );
}

const outcomeTones: Record<ExitOutcome, Tone> = {
  pass: "verified",
  fail: "must",
  unknown: "doubt",
  notApplicable: "plain",
  noStandard: "plain",
};

export function OutcomeChip({ outcome, quiet }: { outcome: ExitOutcome | null; quiet?: boolean }) {
  const { t } = useTranslation();
  return (
    <OutcomeShape outcome={outcome} {...(quiet && { quiet })}>
      {t(`verdict.outcome.${outcome ?? "none"}`)}
    </OutcomeShape>
  );
}

interface OutcomeShapeProps {
  outcome: ExitOutcome | null;
  quiet?: boolean;
  /** The outcome in words: a long list looks them up once. */
  children: ReactNode;
}

/** Not evaluated yet: plain, and never quiet. */
export function OutcomeShape({ outcome, quiet, children }: OutcomeShapeProps) {
  if (outcome === null) return <StatusChip tone="plain">{children}</StatusChip>;
  return (
    <StatusChip tone={outcomeTones[outcome]} {...(quiet && { quiet })}>
      {children}
    </StatusChip>
  );
}

/** 脱贫属性: 脱贫. */
export const hasLeftPoverty = "1";

/** 脱贫属性 0 and 3 call for action, 2 waits for confirmation, 1 is settled as registered. */
export function exitStatusTone(code: string): Tone {
  const tones: Record<string, Tone> = { "0": "must", [hasLeftPoverty]: "accent", "2": "doubt", "3": "must" };
  return tones[code] ?? "plain";
}
