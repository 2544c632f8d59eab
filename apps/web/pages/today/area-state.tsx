/** How the area stands, in four figures with both parts; each opens to its rows where the reader may list them. */
import { useTranslation } from "react-i18next";
import type { Today } from "../../../../domain/today/today.contract.ts";
import { rowsBehindFigure } from "../../addresses/rows-behind-figure.ts";
import { RatioFigure } from "../../design/ratio-figure.tsx";
import { RowsLink, useSeesRows } from "../../frame/rows-link.tsx";
import { useAreaName } from "../../server/area.ts";

export function AreaState({ today }: { today: Today }) {
  const { t } = useTranslation();
  const place = useAreaName(today.area);
  const seesRows = useSeesRows();
  const { asOf, snapshot, counties, figures, beside } = today;
  return (
    <section className="panel area-state" aria-label={t("today.state", { place })}>
      <div className="panel-head">
        <h2>{t("today.state", { place })}</h2>
      </div>
      <div className="today-figures">
        {figures.map((figure) => (
          <RatioFigure
            key={figure.id}
            figure={figure}
            asOf={asOf}
            snapshot={snapshot}
            counties={counties}
            beside={figure.id === "headcount" ? beside : []}
            renderBeside={(one, words) => (
              <RowsLink figures={today} filters={rowsBehindFigure(one.id)}>
                {words}
              </RowsLink>
            )}
            rows={
              seesRows && (
                <RowsLink figures={today} filters={rowsBehindFigure(figure.id)}>
                  {t("area.rows")}
                </RowsLink>
              )
            }
          />
        ))}
      </div>
    </section>
  );
}
