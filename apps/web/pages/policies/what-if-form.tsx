/** What is changed, over which area and year. */
import { useNavigate } from "@tanstack/react-router";
import { Button, Radio, Select } from "antd";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Area } from "../../../../domain/registry/division.contract.ts";
import type { AreaFigures } from "../../../../domain/verdicts/figures/figure.contract.ts";
import type { PolicyLine, PolicyRulePage } from "../../../../domain/verdicts/policy/policy.contract.ts";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { useActing } from "../../server/session.ts";
import { ProblemError } from "../../server/request.ts";
import { ConditionField } from "./condition-field.tsx";
import type { Chosen } from "./change-before.ts";
import { LineField } from "./line-field.tsx";
import { type Draft, changeOf } from "./use-draft.ts";
import type { Trial } from "./use-trial.ts";
import { formId } from "./what-if-result.tsx";

export interface WhatIfFormProps {
  rule: PolicyRulePage;
  lines: PolicyLine[];
  area: string;
  /** Undefined while it is being read. */
  place: Area | undefined;
  book: AreaFigures | undefined;
  trial: Trial;
  draft: Draft;
  onDraft: (change: Partial<Draft>) => void;
}

export function WhatIfForm(props: WhatIfFormProps) {
  const { rule, lines, area, place, book, trial, draft, onDraft } = props;
  const { chosen, yuan, when } = draft;
  const { t } = useTranslation();
  const { isWrong, submit } = useAsking(props);
  const mistake = mistakeOf(trial.error);
  return (
    <form id={formId} className="panel what-if-form" onSubmit={submit} noValidate>
      <WhatIsChanged rule={rule} chosen={chosen} onChoose={(kind) => onDraft({ chosen: kind })} />
      {chosen === "when" ? (
        <ConditionField
          value={when}
          inForce={rule.when}
          mistake={mistake}
          onChange={(typed) => onDraft({ when: typed })}
        />
      ) : (
        <LineField
          kind={chosen}
          lines={lines}
          year={book?.year}
          area={area}
          value={yuan}
          isWrong={isWrong}
          onChange={(typed) => onDraft({ yuan: typed })}
        />
      )}
      {place && book && <Where rule={rule} place={place} book={book} />}
      {!mistake && <ProblemNotice error={trial.error} />}
      <Button type="primary" htmlType="submit" loading={trial.isRunning} disabled={!book}>
        {t("policy.whatIf.run")}
      </Button>
    </form>
  );
}

/** Asks what the draft would change; a draft that cannot be read is not sent, and the form says so. */
function useAsking({ area, book, trial, draft }: WhatIfFormProps) {
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const change = changeOf(draft);
    setWrong(change === null);
    if (change && book) trial.ask({ area, year: book.year, change });
  };
  return { isWrong, submit };
}

interface WhatIsChangedProps {
  rule: PolicyRulePage;
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
}

function WhatIsChanged({ rule, chosen, onChoose }: WhatIsChangedProps) {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend>{t("policy.whatIf.change")}</legend>
      <Radio.Group
        value={chosen}
        onChange={({ target }: { target: { value?: Chosen } }) => target.value && onChoose(target.value)}
        options={[
          ...rule.lines.map((kind) => ({ value: kind, label: t(`policy.lineKind.${kind}`) })),
          { value: "when" as const, label: t("policy.whatIf.byRule") },
        ]}
      />
    </fieldset>
  );
}

/** Both stand in the address, so that a page of a place and year can be sent to a colleague. */
function Where({ rule, place, book }: { rule: PolicyRulePage; place: Area; book: AreaFigures }) {
  const { year, years } = book;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const acting = useActing();
  const own = place.path.findIndex(({ code }) => code === acting?.areaCode);
  const places = [...(own === -1 ? [place] : place.path.slice(own)), ...place.children];
  const show = (area: string, shownYear: number): void =>
    void navigate({
      to: "/policies/$rule/what-if",
      params: { rule: rule.id },
      search: { area, year: shownYear },
      state: (shown) => shown,
    });
  return (
    <div className="what-if-where">
      <label>
        <span>{t("policy.whatIf.place")}</span>
        <Select
          aria-label={t("policy.whatIf.place")}
          value={place.code}
          popupMatchSelectWidth={false}
          options={places.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(area) => show(area, year)}
        />
      </label>
      <label>
        <span>{t("policy.whatIf.year")}</span>
        <Select
          aria-label={t("policy.whatIf.year")}
          value={year}
          options={years.map((one) => ({ value: one, label: t("state.year", { year: one }) }))}
          onChange={(chosen) => show(place.code, chosen)}
        />
      </label>
    </div>
  );
}

export interface Mistake {
  /** Counted from 1. */
  position: number;
  length: number;
  zh: string;
  en: string;
}

function mistakeOf(error: unknown): Mistake | null {
  if (!(error instanceof ProblemError) || error.code !== "verdict.what-if-condition") return null;
  const { position, length, zh, en } = error.detail;
  return { position: Number(position), length: Number(length), zh: String(zh), en: String(en) };
}
