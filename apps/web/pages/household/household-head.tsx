/** The head of a household page: place, masked name, status in words and shapes, year of the book, actions. */
import { EditOutlined, EyeInvisibleOutlined, EyeOutlined, PrinterOutlined } from "@ant-design/icons";
import { useNavigate } from "@tanstack/react-router";
import { Button, Select } from "antd";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Household, OpenedHousehold } from "../../../../domain/registry/household.contract.ts";
import { useCodeWords } from "../../design/code-words.ts";
import { formatTime } from "../../design/numbers.ts";
import { PlacePath } from "../../design/place-path.tsx";
import { StatusChip, exitStatusTone, hasLeftPoverty } from "../../design/status-chip.tsx";
import { FoundBy } from "./found-by.tsx";
import { OpenDialog } from "./open-dialog.tsx";
import { PhoneNumber } from "./phone-number.tsx";
import type { HouseholdEditing } from "./use-editing.ts";

interface HouseholdHeadProps {
  household: Household;
  opened: OpenedHousehold | null;
  /** null: masked again. */
  onOpened: (opened: OpenedHousehold | null) => void;
  edit: HouseholdEditing;
}

export function HouseholdHead({ household, opened, onOpened, edit }: HouseholdHeadProps) {
  return (
    <div className="page-head household-head">
      <div className="page-head-main">
        <PlacePath path={household.path} year={household.year} to="/areas/$area/households">
          {household.hamlet && <li>{household.hamlet}</li>}
        </PlacePath>
        <HouseholdTitle household={household} opened={opened} />
        <StatusChips household={household} opened={opened} />
        <FoundBy />
      </div>
      <div className="page-head-side">
        <BookChoice household={household} isFixed={edit.editing !== null} />
        <HeadActions {...{ household, opened, onOpened, edit }} />
      </div>
    </div>
  );
}

function HouseholdTitle({ household, opened }: StatusChipsProps) {
  const { t } = useTranslation();
  const { maskedHead, membersComplete, persons, registeredPersons } = household;
  return (
    <h1 className="page-title">
      {t("household.of", { name: openedHeadOf(household, opened) ?? maskedHead ?? t("state.unfilled") })}
      <span className="household-size">
        {membersComplete
          ? `${persons} ${t("unit.person")}`
          : t("household.income.gap.members", { stated: registeredPersons, persons })}
      </span>
    </h1>
  );
}

/** Which book is shown, how far it is, and as of when; another one is not chosen in the middle of an edit. */
function BookChoice({ household, isFixed }: { household: Household; isFixed: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { county, id, year, years, bookStatus, updatedAt } = household;
  return (
    <>
      <p className="provenance">
        <span title={t("household.bookStatusAbout")}>{t(`household.bookStatus.${bookStatus}`)}</span>
        <span>{t("state.asOf", { time: formatTime(updatedAt) })}</span>
      </p>
      <Select
        aria-label={t("household.book")}
        value={year}
        disabled={isFixed}
        popupMatchSelectWidth={false}
        options={years.map((one) => ({ value: one, label: t("state.year", { year: one }) }))}
        onChange={(one) =>
          void navigate({ to: "/households/$county/$id", params: { county, id }, search: { year: one } })
        }
      />
    </>
  );
}

function HeadActions({ household, opened, onOpened, edit }: HouseholdHeadProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const editButton = useFocusAfterEdit(edit);
  return (
    <div className="head-actions">
      {household.can.open && !opened && (
        <Button icon={<EyeOutlined />} onClick={() => setAsking(true)}>
          {t("household.open.title")}
        </Button>
      )}
      {!household.can.open && <span className="faint small">{t("household.open.cannot")}</span>}
      {opened && (
        <Button icon={<EyeInvisibleOutlined />} onClick={() => onOpened(null)}>
          {t("household.open.hide")}
        </Button>
      )}
      <Button className="print-button" icon={<PrinterOutlined />} onClick={() => window.print()}>
        {t("state.print")}
      </Button>
      {household.can.update && !edit.editing && (
        <Button ref={editButton} type="primary" icon={<EditOutlined />} onClick={() => edit.start()}>
          {t("household.edit")}
        </Button>
      )}
      {asking && (
        <OpenDialog
          household={household}
          onClose={() => setAsking(false)}
          onOpened={(data) => {
            onOpened(data);
            setAsking(false);
          }}
        />
      )}
    </div>
  );
}

const headOfHousehold = "01";

function openedHeadOf({ members }: Household, opened: OpenedHousehold | null): string | null {
  const head = members.find(({ relation }) => relation?.code === headOfHousehold);
  return opened?.members.find(({ id }) => id === head?.id)?.name ?? null;
}

/** Saved or discarded: the button that began the edit takes the focus, and the page stays where it is. */
function useFocusAfterEdit({ editing }: HouseholdEditing): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  const isEditing = editing !== null;
  useEffect(() => {
    if (wasEditing.current && !isEditing) button.current?.focus({ preventScroll: true });
    wasEditing.current = isEditing;
  }, [isEditing]);
  return button;
}

interface StatusChipsProps {
  household: Household;
  opened: OpenedHousehold | null;
}

function StatusChips({ household, opened }: StatusChipsProps) {
  const { t } = useTranslation();
  const codeWords = useCodeWords();
  const phone = opened ? opened.phone : household.maskedPhone;
  const { exitStatus, attribute, mainCause, monitoring } = household;
  const hasLeft = exitStatus?.code === hasLeftPoverty;
  return (
    <div className="fact-line">
      {exitStatus && (
        <StatusChip tone={exitStatusTone(exitStatus.code)}>
          {codeWords(exitStatus)}
          {household.exitYear !== null && hasLeft && ` ${household.exitYear}`}
        </StatusChip>
      )}
      {household.exitYear !== null && exitStatus && !hasLeft && (
        <span className="soft">{t("household.leftBefore", { year: household.exitYear })}</span>
      )}
      {attribute && <StatusChip tone="plain">{codeWords(attribute)}</StatusChip>}
      {mainCause && <StatusChip tone="plain">{codeWords(mainCause)}</StatusChip>}
      {monitoring?.category && (
        <StatusChip tone={monitoring.eliminated ? "verified" : "doubt"}>
          {t("household.monitored", {
            category: codeWords(monitoring.category),
            risk: t(`household.risk.${riskWord(monitoring.eliminated)}`),
          })}
        </StatusChip>
      )}
      <span className="faint">
        {t("householdList.registerNo")} {household.registerNo}
      </span>
      {phone !== null && (
        <span className="faint">
          {t("household.phone")} <PhoneNumber number={phone} />
        </span>
      )}
    </div>
  );
}

function riskWord(eliminated: boolean | null): "open" | "eliminated" | "unknown" {
  if (eliminated === null) return "unknown";
  return eliminated ? "eliminated" : "open";
}
