/** The design layer on one page of the product itself: every part rendered as pages render it. */
import "./design.css";
import "../../words/add-design.ts";
import { Segmented } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Language, setPreference, usePreference } from "../../design/preference.ts";
import type { TypeSize } from "../../design/tokens.ts";
import { PageTitle } from "../../frame/page-title.tsx";
import { ChipSample, FigureSample, TokenSample, WhySample } from "./basic-samples.tsx";
import { ButtonSample, FormSample } from "./form-samples.tsx";
import { ListSample, ToDoSample } from "./list-samples.tsx";
import { StateSample } from "./state-samples.tsx";

const sections = [
  ["tokens", TokenSample],
  ["chips", ChipSample],
  ["figure", FigureSample],
  ["why", WhySample],
  ["list", ListSample],
  ["toDo", ToDoSample],
  ["buttons", ButtonSample],
  ["form", FormSample],
  ["states", StateSample],
] as const;

export function DesignPage() {
  const { t } = useTranslation();
  return (
    <div className="page design">
      <PageTitle>{t("design.title")}</PageTitle>
      <div className="page-head">
        <div className="page-head-main">
          <h1 className="page-title">{t("design.title")}</h1>
          <p className="soft">{t("design.lead")}</p>
        </div>
        <Switches />
      </div>
      <div className="design-grid">
        {sections.map(([name, Sample]) => (
          <Section key={name} title={t(`design.${name}.title`)} hint={t(`design.${name}.hint`)}>
            <Sample />
          </Section>
        ))}
      </div>
    </div>
  );
}

function Switches() {
  const { t } = useTranslation();
  const { language, size } = usePreference();
  return (
    <div className="page-head-side">
      <Segmented<Language>
        aria-label={t("preference.languageTitle")}
        value={language}
        options={[
          { value: "zh", label: "中文" },
          { value: "en", label: "English" },
        ]}
        onChange={(chosen) => setPreference({ language: chosen })}
      />
      <Segmented<TypeSize>
        aria-label={t("preference.sizeTitle")}
        value={size}
        options={[
          { value: "normal", label: t("preference.normal") },
          { value: "large", label: t("preference.large") },
        ]}
        onChange={(chosen) => setPreference({ size: chosen })}
      />
    </div>
  );
}

function Section({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <section className="panel" aria-label={title}>
      <div className="panel-head">
        <h2>{title}</h2>
        <span className="faint small">{hint}</span>
      </div>
      <div className="panel-body">{children}</div>
    </section>
  );
}
