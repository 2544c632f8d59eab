/** From → to, both in the words of the rule's kind; each number opens its rows. */
import { useTranslation } from "react-i18next";
import type { Outcome } from "../../../../domain/verdicts/list/household-list.contract.ts";
import type { WhatIf } from "../../../../domain/verdicts/what-if/what-if.contract.ts";
import { outcomes } from "../../addresses/household-filters.ts";
import { DataTable } from "../../design/data-table.tsx";
import { useOutcomeWords } from "../../design/outcome-words.ts";
import { VerdictChip } from "../../design/verdict-chip.tsx";
import type { WhatIfChoice } from "../../server/policies.ts";
import { useSizeWords } from "./size-words.ts";

interface WhatIfMatrixProps {
  found: WhatIf;
  choice: WhatIfChoice;
  onChoose: (choice: WhatIfChoice) => void;
}

export function WhatIfMatrix({ found, choice, onChoose }: WhatIfMatrixProps) {
  const { t } = useTranslation();
  const { kind, total } = found;
  const used = outcomes.filter((one) => total.cells.some(({ from, to }) => from === one || to === one));
  const heads = [
    { key: "from", words: t("policy.whatIf.from") },
    ...used.map((outcome) => ({
      key: outcome,
      words: <VerdictChip verdict={{ kind, outcome }} />,
      className: "number",
    })),
  ];
  return (
    <section className="panel" aria-label={t("policy.whatIf.matrix")}>
      <div className="panel-head">
        <h2>{t("policy.whatIf.matrix")}</h2>
      </div>
      <DataTable label={t("policy.whatIf.matrix")} className="what-if-matrix" heads={heads}>
        {used.map((from) => (
          <tr key={from}>
            <th scope="row">
              <VerdictChip verdict={{ kind, outcome: from }} />
            </th>
            {used.map((to) => (
              <MatrixCell key={to} from={from} to={to} found={found} choice={choice} onChoose={onChoose} />
            ))}
          </tr>
        ))}
      </DataTable>
    </section>
  );
}

interface MatrixCellProps extends WhatIfMatrixProps {
  from: Outcome;
  to: Outcome;
}

function MatrixCell({ from, to, found, choice, onChoose }: MatrixCellProps) {
  const { t } = useTranslation();
  const wordsOf = useOutcomeWords();
  const sizeWords = useSizeWords();
  const cell = found.total.cells.find((one) => one.from === from && one.to === to);
  const isChosen = choice.place === undefined && choice.cell?.from === from && choice.cell.to === to;
  const words = t("policy.whatIf.movedFrom", {
    from: wordsOf(found.kind, from),
    to: wordsOf(found.kind, to),
  });
  return (
    <td className={`number ${from === to ? "stays" : cell ? "moves" : ""}`}>
      {cell ? (
        <button
          type="button"
          className="link-button"
          aria-pressed={isChosen}
          aria-label={`${words}${t("mark.colon")}${sizeWords(found.unit, cell)}`}
          onClick={() => onChoose({ cell: { from, to } })}
        >
          {sizeWords(found.unit, cell)}
        </button>
      ) : (
        <span className="zero">0</span>
      )}
    </td>
  );
}
