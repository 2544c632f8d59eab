/** The income statement line by line, with net income over persons: both parts stand beside the result. */
import { useTranslation } from "react-i18next";
import type { Household } from "../../../../domain/registry/household.contract.ts";
import { formatPerHead, formatYuan } from "../../design/numbers.ts";
import { BoundedNumber } from "./bounded-number.tsx";
import { savedValue } from "./draft.ts";
import type { Editing } from "./use-draft.ts";
import type { Trial } from "./use-preview.ts";
import { fieldMark, type IncomeLine, incomeParts } from "./fields.ts";
import { type IncomeGap, netGapsOf, perHeadGapsOf } from "./income-gaps.ts";

/** Yuan a year: more is a slip of the pen. */
const largestAmount = 100_000_000;

interface IncomeTabProps {
  household: Household;
  editing: Editing | null;
}

/** @param trial undefined while nothing is changed */
export function IncomeTab({ household, editing, trial }: IncomeTabProps & { trial: Trial | undefined }) {
  const { t } = useTranslation();
  return (
    <div className="income-tab">
      <table className="data-table income-table">
        <thead>
          <tr>
            <th scope="col">{t("household.income.item")}</th>
            <th scope="col" className="number">
              {t("household.income.amount")}
            </th>
          </tr>
        </thead>
        <tbody>
          <LineRow name="wage" household={household} editing={editing} />
          <LineRow name="production" household={household} editing={editing} />
          <LineRow name="productionCost" household={household} editing={editing} />
          <PartRows part="property" household={household} editing={editing} />
          <PartRows part="transfer" household={household} editing={editing} />
          <LineRow name="insuranceClaim" household={household} editing={editing} />
          <LineRow name="compliantPayment" household={household} editing={editing} />
          <LineRow name="perHeadReported" household={household} editing={editing} />
        </tbody>
      </table>
      <IncomeResult household={household} trial={trial} />
    </div>
  );
}

/** A sum with its lines below it. Where the source file has only the sum, the server gives that one. */
function PartRows({ part, household, editing }: IncomeTabProps & { part: "property" | "transfer" }) {
  const { t } = useTranslation();
  const lines = incomeParts[part];
  const known = lines
    .map((name) => currentValue(name, household, editing))
    .filter((fen) => typeof fen === "number");
  // A file may have given the sum alone; of lines that are being cleared it is not the sum any more.
  const isSumAlone = lines.every((name) => savedValue(household, "income", name) === null);
  const given = isSumAlone ? (household.income?.[part] ?? null) : null;
  const total = known.length > 0 ? known.reduce((sum, fen) => sum + fen, 0) : given;
  return (
    <>
      <tr className="income-sum">
        <th scope="row">{t(`household.income.part.${part}`)}</th>
        <td className="number">
          {typeof total === "number" ? formatYuan(total) : <span className="zero">{t("state.none")}</span>}
          {known.length === 0 && typeof total === "number" && (
            <span className="faint small"> {t("household.income.onlySum")}</span>
          )}
        </td>
      </tr>
      {lines.map((name) => (
        <LineRow key={name} name={name} isPart household={household} editing={editing} />
      ))}
    </>
  );
}

function currentValue(name: IncomeLine, household: Household, editing: Editing | null): unknown {
  const drafted = editing?.draft.income?.[name];
  return drafted === undefined ? savedValue(household, "income", name) : drafted;
}

interface LineRowProps extends IncomeTabProps {
  name: IncomeLine;
  isPart?: boolean;
}

function LineRow({ name, isPart = false, household, editing }: LineRowProps) {
  const { t } = useTranslation();
  const fen = currentValue(name, household, editing);
  const isChanged = editing?.draft.income?.[name] !== undefined;
  const label = t(`household.income.line.${name}`);
  const input = editing?.inputOf("income", name);
  return (
    <tr className={isChanged ? "is-changed" : ""} data-field={fieldMark("income", name)}>
      <th scope="row" className={isPart ? "income-part" : ""}>
        {name === "productionCost" && <span className="income-minus">−</span>}
        {label}
      </th>
      <td className="number">
        {input ? (
          <BoundedNumber
            {...input}
            label={label}
            className="money-input"
            max={largestAmount}
            value={typeof fen === "number" ? fen / 100 : null}
            onChange={(yuan) => input.onChange(yuan === null ? null : Math.round(yuan * 100))}
            unit={t("unit.yuan")}
          />
        ) : typeof fen === "number" ? (
          formatYuan(fen)
        ) : (
          <span className="zero">{t("state.none")}</span>
        )}
        {isChanged && <SavedAmount fen={savedValue(household, "income", name)} />}
      </td>
    </tr>
  );
}

/** What the book says now, below what is being typed. */
function SavedAmount({ fen }: { fen: unknown }) {
  const { t } = useTranslation();
  return (
    <span className="saved-value faint small">
      {t("household.savedValue")} {typeof fen === "number" ? formatYuan(fen) : t("state.unfilled")}
    </span>
  );
}

/** Of the saved book; while something is changed, of the book as it would be. */
function IncomeResult({ household: saved, trial }: { household: Household; trial: Trial | undefined }) {
  const { t } = useTranslation();
  const tried = trial && !trial.error ? (trial.verdicts?.book ?? null) : null;
  const household = tried ?? saved;
  const net = household.income?.net ?? null;
  const later = trial && <span className="income-later">{t(`household.income.${stageOf(trial)}`)}</span>;
  const isStale = trial !== undefined && (tried === null || trial.isTrying);
  return (
    <div className={isStale ? "income-result is-stale" : "income-result"}>
      <dl>
        <dt>
          {t("household.income.net")} {later}
        </dt>
        <dd>
          {net === null ? (
            <UnknownIncome gaps={netGapsOf(household)} household={household} />
          ) : (
            `${formatYuan(net)} ${t("unit.yuan")}`
          )}
        </dd>
        <dt>
          {t("household.income.perHead")} {later}
        </dt>
        <PerHead household={household} />
      </dl>
      <p className="faint small">
        {household.income || trial ? t("household.income.formula") : t("household.income.none")}
      </p>
    </div>
  );
}

/** With both parts. */
function PerHead({ household }: { household: Household | NonNullable<Trial["verdicts"]>["book"] }) {
  const { t } = useTranslation();
  const { income, persons } = household;
  const net = income?.net ?? null;
  const gaps = perHeadGapsOf(household);
  const yuan = t("unit.yuan");
  if (net === null || gaps.length > 0)
    return (
      <dd className="income-per-head">
        <UnknownIncome gaps={gaps} household={household} />
      </dd>
    );
  return (
    <>
      <dd className="income-per-head">{`${formatPerHead(net, persons)} ${yuan}`}</dd>
      <dd className="soft">
        {formatYuan(net)} {yuan} / {persons} {t("unit.person")}
      </dd>
    </>
  );
}

/** Which word stands beside a figure while the book is being changed. */
function stageOf({ error, isTrying, verdicts }: Trial): "previewFailed" | "trying" | "preview" {
  if (error) return "previewFailed";
  return isTrying || !verdicts ? "trying" : "preview";
}

interface UnknownIncomeProps {
  gaps: readonly IncomeGap[];
  household: Pick<Household, "registeredPersons" | "persons">;
}

function UnknownIncome({ gaps, household }: UnknownIncomeProps) {
  const { t } = useTranslation();
  const { registeredPersons: stated, persons } = household;
  return (
    <>
      {t("verdict.outcome.unknown")}
      <span className="soft small">
        {" "}
        {gaps
          .map((gap) => t(`household.income.gap.${gap}`, { stated, persons }))
          .join(t("household.income.gap.and"))}
      </span>
    </>
  );
}
