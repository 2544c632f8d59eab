/**
 * What a snapshot is called. The server names one evaluation by its id and a sum over several counties as
 * `8 evaluations a2689474d352`: their number, and a digest of their ids.
 */
import { useTranslation } from "react-i18next";

const shortLength = 8;

interface SnapshotWords {
  /** For paper and notes: the whole id. */
  whole: (snapshot: string) => string;
  /** For the head of a page: enough of the id to tell two apart. */
  short: (snapshot: string) => string;
}

export function useSnapshotWords(): SnapshotWords {
  const { t } = useTranslation();
  const say = (snapshot: string, length: number): string => {
    const { count, id } = partsOfSnapshot(snapshot);
    const words = t("state.snapshot", { id: id.slice(0, length) });
    return count === null ? words : `${words} ${t("state.snapshotOf", { n: count })}`;
  };
  return {
    whole: (snapshot) => say(snapshot, snapshot.length),
    short: (snapshot) => say(snapshot, shortLength),
  };
}

export function partsOfSnapshot(snapshot: string): { count: number | null; id: string } {
  const several = /^(\d+) evaluations (\S+)$/.exec(snapshot);
  return several?.[2] === undefined
    ? { count: null, id: snapshot }
    : { count: Number(several[1]), id: several[2] };
}
