/** Both parts of a figure of the register, each a link to its rows. */
import type { AreaFigures } from "../../../domain/verdicts/figures/figure.contract.ts";
import { rowsBehindBase, rowsBehindFigure } from "../addresses/rows-behind-figure.ts";
import { FigureParts, type FigurePartsProps } from "../design/figure-parts.tsx";
import { CountLink } from "./rows-link.tsx";

interface LinkedPartsProps extends Omit<FigurePartsProps, "renderPart"> {
  indicator: string;
  /** The place and year whose book was counted. */
  of: Pick<AreaFigures, "area" | "year">;
}

export function LinkedParts({ indicator, of, ...parts }: LinkedPartsProps) {
  return (
    <FigureParts
      {...parts}
      renderPart={(part, count) => (
        <CountLink
          figures={of}
          filters={part === "numerator" ? rowsBehindFigure(indicator) : rowsBehindBase(indicator)}
          count={count}
        />
      )}
    />
  );
}
