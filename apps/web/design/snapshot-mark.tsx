/** The snapshot that the numbers of a page come from, in short; pointed at, it says what a snapshot is. */
import { useTranslation } from "react-i18next";
import { useSnapshotWords } from "./snapshot-words.ts";

export function SnapshotMark({ snapshot }: { snapshot: string }) {
  const { t } = useTranslation();
  const { short, whole } = useSnapshotWords();
  return <span title={t("state.snapshotAbout", { words: whole(snapshot) })}>{short(snapshot)}</span>;
}
