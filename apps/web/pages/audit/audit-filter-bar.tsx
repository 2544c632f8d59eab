/** The filters of the record; each change is a new address. On a phone they stay behind one button. */
import { FilterOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { auditActions } from "../../../../domain/audit/audit-action.contract.ts";
import type { AuditFilters } from "../../addresses/audit-filters.ts";
import { areaQuery } from "../../server/area.ts";
import { recordedPeopleQuery } from "../../server/audit.ts";
import { useActing } from "../../server/session.ts";
import { type Span, spanFrom, spans } from "./span.ts";

interface FilterBarProps {
  filters: AuditFilters;
  onChange: (filters: AuditFilters) => void;
}

type Choose = (name: keyof AuditFilters, value: string | undefined) => void;

export function AuditFilterBar({ filters, onChange }: FilterBarProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const choose: Choose = (name, value) => {
    const { [name]: _, ...rest } = filters;
    onChange(value === undefined || value === "" ? rest : { ...rest, [name]: value });
  };
  return (
    <div className={isOpen ? "filter-bar filter-bar-open" : "filter-bar"}>
      <Button
        className="filter-more"
        icon={<FilterOutlined aria-hidden />}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t(isOpen ? "householdList.fewerFilters" : "householdList.filters")}
      </Button>
      <SpanChoice filters={filters} onChange={onChange} />
      {(["from", "to"] as const).map((name) => (
        <Input
          key={name}
          type="date"
          className="audit-day"
          prefix={t(`audit.filter.${name}`)}
          aria-label={t(`audit.filter.${name}`)}
          value={filters[name] ?? ""}
          onChange={({ target }) => choose(name, target.value)}
        />
      ))}
      <PersonChoice chosen={filters.person} choose={choose} />
      <ActionChoice chosen={filters.action} choose={choose} />
      <AreaChoice chosen={filters.area} choose={choose} />
    </div>
  );
}

function SpanChoice({ filters, onChange }: FilterBarProps) {
  const { t } = useTranslation();
  const [today] = useState(() => new Date());
  const { from, to, ...rest } = filters;
  const chosen = to === undefined ? spans.find((span) => spanFrom(span, today) === from) : undefined;
  return (
    <Select<Span>
      aria-label={t("audit.filter.span")}
      placeholder={t("audit.filter.span")}
      allowClear
      value={chosen ?? null}
      options={spans.map((value) => ({ value, label: t(`audit.span.${value}`) }))}
      onChange={(span?: Span) => onChange(span ? { ...rest, from: spanFrom(span, today) } : rest)}
    />
  );
}

interface ChoiceProps {
  chosen: string | undefined;
  choose: Choose;
}

function PersonChoice({ chosen, choose }: ChoiceProps) {
  const { t } = useTranslation();
  const { data } = useQuery(recordedPeopleQuery);
  const options = data?.people.map(({ id, name, role }) => ({
    value: id,
    label: `${name} ${t(`role.${role}`)}`,
  }));
  return (
    <Select
      aria-label={t("audit.filter.person")}
      placeholder={t("audit.filter.person")}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      popupMatchSelectWidth={false}
      value={chosen ?? null}
      options={options ?? []}
      loading={!data}
      onChange={(id) => choose("person", id ?? undefined)}
    />
  );
}

const groups = [
  "household",
  "import",
  "verdict",
  "policy",
  "map",
  "target",
  "village",
  "person",
  "session",
] as const;

function ActionChoice({ chosen, choose }: ChoiceProps) {
  const { t } = useTranslation();
  const options = groups.map((group) => ({
    label: t(`audit.group.${group}`),
    options: auditActions
      .filter((action) => action.startsWith(`${group}.`))
      .map((value) => ({ value, label: t(`audit.act.${value}`) })),
  }));
  return (
    <Select
      aria-label={t("audit.filter.action")}
      placeholder={t("audit.filter.action")}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      popupMatchSelectWidth={false}
      value={chosen ?? null}
      options={options}
      onChange={(action) => choose("action", action ?? undefined)}
    />
  );
}

/** The reader's own place, those on the way down to the chosen one, and those directly below it. */
function AreaChoice({ chosen, choose }: ChoiceProps) {
  const { t } = useTranslation();
  const own = useActing()?.areaCode ?? "";
  const { data } = useQuery({ ...areaQuery(chosen ?? own), enabled: own !== "" });
  const path = data?.path ?? [];
  const above = path.slice(path.findIndex(({ code }) => code === own) + 1);
  const options = [...above, ...(data?.children ?? [])];
  return (
    <Select
      aria-label={t("audit.filter.area")}
      placeholder={t("audit.filter.area")}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      popupMatchSelectWidth={false}
      value={chosen ?? null}
      options={options.map(({ code, name }) => ({ value: code, label: name }))}
      onChange={(code) => choose("area", code ?? undefined)}
    />
  );
}
