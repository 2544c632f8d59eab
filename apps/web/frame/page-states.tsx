/** Loading, missing, forbidden and broken pages: each says what to do. */
import { Link, useRouter } from "@tanstack/react-router";
import { Button } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../design/empty-state.tsx";
import { ProblemNotice } from "../design/problem-notice.tsx";
import { useAreaName } from "../server/area.ts";
import { useActing, useMay } from "../server/session.ts";
import { useConnection } from "./connection.ts";
import { ProblemError } from "../server/request.ts";

export function PageLoading() {
  const { t } = useTranslation();
  // Without a network nothing is on its way: bones would promise something.
  if (useConnection() === "offline") return <PageOffline />;
  return (
    <div className="page page-loading" role="status">
      <span className="visually-hidden">{t("state.loading")}</span>
      <div className="bone bone-title" />
      <div className="bone bone-band" />
      <div className="bone bone-block" />
    </div>
  );
}

/** A page that was never opened is not on this device. It is asked for again by itself when the network is back. */
function PageOffline() {
  const { t } = useTranslation();
  const router = useRouter();
  useEffect(() => {
    const again = (): void => void router.invalidate();
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [router]);
  return (
    <div className="page">
      <EmptyState title={t("state.offlinePage")} hint={t("state.offlinePageHint")}>
        <Button onClick={() => void router.invalidate()}>{t("state.retry")}</Button>
      </EmptyState>
    </div>
  );
}

export function PageNotFound() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <EmptyState title={t("state.notFound")} hint={t("state.notFoundHint")}>
        <Link to="/">{t("state.home")}</Link>
      </EmptyState>
    </div>
  );
}

/** Signed in, but with no role that is valid today. */
export function NoPlace() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <EmptyState title={t("state.noPlace")} hint={t("state.noPlaceHint")} />
    </div>
  );
}

/** What a page shows when its data could not be read. */
export function PageProblem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  if (error instanceof ProblemError && error.status === 404) return <PageNotFound />;
  if (error instanceof ProblemError && error.status === 403) {
    return <PageNoRight />;
  }
  return (
    <div className="page">
      <h1 className="page-title">{t("state.failed")}</h1>
      <ProblemNotice error={error} onRetry={onRetry} />
    </div>
  );
}

/** Who I am here, and whom to ask. */
function PageNoRight() {
  const { t } = useTranslation();
  const acting = useActing();
  const place = useAreaName(acting?.areaCode ?? null);
  // Whoever grants roles cannot be sent to himself.
  const hint = useMay("person.grant") ? t("state.noRightAdministrator") : t("state.noRightHint");
  return (
    <div className="page">
      <EmptyState title={t("state.noRight")} hint={hint}>
        {acting && <span>{t("state.noRightAs", { place, role: t(`role.${acting.role}`) })}</span>}
        <Link to="/">{t("state.home")}</Link>
      </EmptyState>
    </div>
  );
}

export function PageCrash({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const router = useRouter();
  const isOffline = useConnection() === "offline";
  if (isOffline || (error instanceof ProblemError && error.status === 0)) return <PageOffline />;
  if (error instanceof ProblemError)
    return <PageProblem error={error} onRetry={() => void router.invalidate()} />;
  return (
    <div className="page">
      <EmptyState title={t("state.crashed")} hint={t("state.crashedHint")}>
        <Button onClick={() => window.location.reload()}>{t("state.reload")}</Button>
      </EmptyState>
    </div>
  );
}
