/** Stopping an account: at once, and for every role of the person. */
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Person } from "../../../../domain/access/person.contract.ts";
import { Dialog } from "../../design/dialog.tsx";
import { tell } from "../../design/news.tsx";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { stopPerson } from "../../server/people.ts";

export function StopDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation();
  const name = person.displayName;
  const stopping = useMutation({
    mutationFn: () => stopPerson(person.id),
    onSuccess: () => {
      tell("verified", t("people.stopped", { name }));
      onClose();
    },
  });
  const footer = (
    <>
      <Button onClick={onClose}>{t("state.cancel")}</Button>
      <Button danger loading={stopping.isPending} onClick={() => stopping.mutate()}>
        {t("people.stop")}
      </Button>
    </>
  );
  return (
    <Dialog open title={t("people.stopOf", { name })} onClose={onClose} footer={footer}>
      <p>{t("people.stopHint", { name, login: person.login })}</p>
      <ProblemNotice error={stopping.error} />
    </Dialog>
  );
}
