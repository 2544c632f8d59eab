/** The places below: how many change in each, worst first; each opens its rows. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { WhatIf, WhatIfCell, WhatIfSum } from "../../../../domain/verdicts/what-if/what-if.contract.ts";
import { DataTable } from "../../design/data-table.tsx";
import { formatCount, formatPercent } from "../../design/numbers.ts";
import { useOutcomeWords } from "../../design/outcome-words.ts";
import type { WhatIfChoice } from "../../server/policies.ts";
import { useSizeWords } from "./size-words.ts";

const shownAtFirst = 8;

interface WhatIfPlacesProps {
  found: WhatIf;
  choice: WhatIfChoice;
  onChoose: (choice: WhatIfChoice) => void;
}

export function WhatIfPlaces({ found, choice, onChoose }: WhatIfPlacesProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const every = found.total.cells.filter(({ from, to }) => from !== to);
  // One kind of move alone is the sum beside it.
  const moves = every.length > 1 ? every : [];
  const count = found.unit === "member" ? "persons" : "households";
  const places = found.children.toSorted((a, b) => b.changed[count] - a.changed[count]);
  const shown = all ? places : places.slice(0, shownAtFirst);
  const heads = useHeads(found, moves);
  return (
    <section className="panel" aria-label={t("policy.whatIf.children")}>
      <div className="panel-head">
        <h2>{t("policy.whatIf.children")}</h2>
      </div>
      <DataTable label={t("policy.whatIf.children")} className="what-if-places" heads={heads}>
        {shown.map((place) => (
          <PlaceRow
            key={place.code}
            place={place}
            unit={found.unit}
            moves={moves}
            {...{ choice, onChoose }}
          />
        ))}
      </DataTable>
      {places.length > shownAtFirst && (
        <button type="button" className="more-button" onClick={() => setAll(!all)}>
          {all ? t("area.showLess") : t("area.showAll", { n: places.length })}
        </button>
      )}
    </section>
  );
}

/** A column for the places, for all that changes in them, for its share, and for each kind of move. */
function useHeads(found: WhatIf, moves: WhatIfCell[]) {
  const { t } = useTranslation();
  const wordsOf = useOutcomeWords();
  return [
    { key: "place", words: t("policy.whatIf.place"), className: "pinned" },
    { key: "moved", words: t("policy.whatIf.moved"), className: "number" },
    { key: "share", words: t("policy.whatIf.share"), className: "number" },
    ...moves.map(({ from, to }) => ({
      key: `${from} ${to}`,
      words: t("policy.whatIf.movedFrom", {
        from: wordsOf(found.kind, from),
        to: wordsOf(found.kind, to),
      }),
      className: "number",
    })),
  ];
}

interface PlaceRowProps extends Omit<WhatIfPlacesProps, "found"> {
  place: WhatIf["children"][number];
  unit: WhatIf["unit"];
  moves: WhatIfCell[];
}

function PlaceRow({ place, unit, moves, choice, onChoose }: PlaceRowProps) {
  const count = unit === "member" ? "persons" : "households";
  const { code, changed, all } = place;
  return (
    <tr>
      <th scope="row" className="pinned">
        {place.name}
      </th>
      <td className="number">
        <Moved
          unit={unit}
          size={changed}
          isChosen={isSame(choice, { place: code })}
          onPress={() => onChoose({ place: code })}
        />
      </td>
      <td className="number soft">
        {formatPercent(changed[count], all[count])} · {formatCount(changed[count])} /{" "}
        {formatCount(all[count])}
      </td>
      {moves.map(({ from, to }) => {
        const wanted = { place: code, cell: { from, to } };
        const cell = place.cells.find((one) => one.from === from && one.to === to);
        return (
          <td key={`${from} ${to}`} className="number">
            <Moved
              unit={unit}
              size={cell}
              isChosen={isSame(choice, wanted)}
              onPress={() => onChoose(wanted)}
            />
          </td>
        );
      })}
    </tr>
  );
}

function isSame(choice: WhatIfChoice, { place, cell }: WhatIfChoice): boolean {
  return choice.place === place && choice.cell?.from === cell?.from && choice.cell?.to === cell?.to;
}

interface MovedProps {
  unit: WhatIf["unit"];
  size: WhatIfSum["all"] | undefined;
  isChosen: boolean;
  onPress: () => void;
}

function Moved({ unit, size, isChosen, onPress }: MovedProps) {
  const sizeWords = useSizeWords();
  if (!size || size.households === 0) return <span className="zero">0</span>;
  return (
    <button type="button" className="link-button" aria-pressed={isChosen} onClick={onPress}>
      {sizeWords(unit, size)}
    </button>
  );
}
