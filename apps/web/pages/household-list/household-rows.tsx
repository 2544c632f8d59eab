/**
 * The rows of the list. Fifty rows are drawn at each press: words are looked up once a page and not once a cell, a row's link
 * is a plain one, and rows are drawn again only when they are others.
 */
import { useRouter } from "@tanstack/react-router";
import { type MouseEvent, type ReactNode, memo } from "react";
import { useTranslation } from "react-i18next";
import type {
  HouseholdPageOf,
  HouseholdRow,
  ExitOutcome,
} from "../../../../domain/verdicts/list/household-list.contract.ts";
import { stringifyPlainSearch } from "../../addresses/plain-search.ts";
import { useCodeWords } from "../../design/code-words.ts";
import { formatYuan } from "../../design/numbers.ts";
import { OutcomeShape, StatusChip, exitStatusTone } from "../../design/status-chip.tsx";
import { type ColumnName, classOfColumn } from "./columns.ts";
import { Matches } from "./matches.tsx";

interface HouseholdRowsProps {
  page: HouseholdPageOf;
  columns: ColumnName[];
}

export const HouseholdRows = memo(function HouseholdRows({ page, columns }: HouseholdRowsProps) {
  const openRow = useOpenRow(page.year);
  const words = useRowWords(columns);
  const query = stringifyPlainSearch({ year: page.year });
  // A row of the next page takes the place of one of this page: its cells stay and only their words are others.
  // The focus goes with its household all the same: `held-row.ts`.
  return page.rows.map((row, at) => (
    // oxlint-disable-next-line react/no-array-index-key
    <tr key={at}>
      <th scope="row" className="pinned">
        <a
          data-row={row.id}
          href={`/households/${row.countyCode}/${row.id}${query}`}
          aria-describedby={row.matches.length > 0 ? `matches-${row.id}` : undefined}
          onClick={(event) => openRow(event, row)}
        >
          {row.maskedHead ?? words.unfilled}
        </a>
        {row.members.length > 0 && (
          <span className="judged-members faint small">
            {row.members.map((name) => name ?? words.unfilled).join(words.and)}
          </span>
        )}
        {row.matches.length > 0 && <Matches id={`matches-${row.id}`} matches={row.matches} />}
      </th>
      <td className="register-no" data-label={words.registerNo}>
        {row.registerNo}
      </td>
      {words.columns.map(({ name, label, className }) => (
        <td key={name} className={className} data-label={label}>
          {cellOf(row, name, words)}
        </td>
      ))}
    </tr>
  ));
});

/** The list's own address keeps which row was opened, so that the way back leads to it. */
function useOpenRow(year: number): (event: MouseEvent, row: HouseholdRow) => void {
  const router = useRouter();
  return (event, { countyCode: county, id, matches }) => {
    // Whoever wants it in another tab gets it there.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const { pathname, searchStr, state } = router.latestLocation;
    router.history.replace(`${pathname}${searchStr}#${id}`, state);
    // Else the entry that follows would take the place of this one's change.
    router.history.flush();
    void router.navigate({
      to: "/households/$county/$id",
      params: { county, id },
      search: { year },
      state: { matches },
    });
  };
}

interface RowWords {
  registerNo: string;
  unfilled: string;
  /** Between two names. */
  and: string;
  none: ReactNode;
  yuan: string;
  columns: { name: ColumnName; label: string; className: string }[];
  outcomes: Record<ExitOutcome | "none", string>;
  coded: ReturnType<typeof useCodeWords>;
}

function useRowWords(columns: ColumnName[]): RowWords {
  const { t } = useTranslation();
  return {
    registerNo: t("householdList.registerNo"),
    unfilled: t("state.unfilled"),
    and: t("mark.and"),
    coded: useCodeWords(),
    none: <span className="zero">{t("state.none")}</span>,
    yuan: t("unit.yuan"),
    columns: columns.map((name) => ({
      name,
      label: t(`householdList.${name}`),
      className: classOfColumn(name),
    })),
    outcomes: {
      pass: t("verdict.outcome.pass"),
      fail: t("verdict.outcome.fail"),
      unknown: t("verdict.outcome.unknown"),
      notApplicable: t("verdict.outcome.notApplicable"),
      noStandard: t("verdict.outcome.noStandard"),
      none: t("verdict.outcome.none"),
    },
  };
}

function cellOf(row: HouseholdRow, name: ColumnName, { none, yuan, outcomes, coded }: RowWords): ReactNode {
  switch (name) {
    case "village":
      return row.village ?? none;
    case "persons":
      return row.persons ?? none;
    case "exitStatus":
      return row.exitStatus ? (
        <StatusChip tone={exitStatusTone(row.exitStatus.code)}>{coded(row.exitStatus)}</StatusChip>
      ) : (
        none
      );
    case "attribute":
      return row.attribute ? coded(row.attribute) : none;
    case "cause":
      return row.mainCause ? coded(row.mainCause) : none;
    case "netIncome":
      return row.netIncome === null ? none : `${formatYuan(row.netIncome)} ${yuan}`;
    case "exitOutcome":
      return (
        <OutcomeShape outcome={row.exitOutcome} quiet>
          {outcomes[row.exitOutcome ?? "none"]}
        </OutcomeShape>
      );
  }
}
