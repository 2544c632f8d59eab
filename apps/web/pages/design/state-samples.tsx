/** The states that every page can be in. */
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../design/empty-state.tsx";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { ProblemError } from "../../server/request.ts";

const unreachable = new ProblemError({
  status: 0,
  code: "network.unreachable",
  zh: "连接不上服务器，这一步没有完成。请检查网络后再试；已填写的内容仍在页面上。",
  en: "The server cannot be reached and nothing was done. Check the network and try again; what you typed is still on the page.",
});

export function StateSample() {
  const { t } = useTranslation();
  return (
    <div className="design-states">
      <div>
        <EmptyState title={t("householdList.empty")} hint={t("householdList.emptyHint")} />
      </div>
      <div role="status">
        <span className="visually-hidden">{t("state.loading")}</span>
        <div className="bone bone-title" />
        <div className="bone bone-band" />
      </div>
      <div>
        <ProblemNotice error={unreachable} onRetry={() => undefined} />
      </div>
      <div>
        <EmptyState title={t("state.noRight")} hint={t("state.noRightHint")} />
      </div>
      <div>
        <EmptyState title={t("state.offlinePage")} hint={t("state.offlinePageHint")} />
      </div>
    </div>
  );
}
