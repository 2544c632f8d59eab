/** Short news at the top of the page ("saved"), read out by screen readers and gone after a while. */
import { useSyncExternalStore } from "react";
import { StatusChip } from "./status-chip.tsx";

interface News {
  id: number;
  tone: "verified" | "must";
  words: string;
}

const shownFor = { verified: 4_000, must: 10_000 };
const listeners = new Set<() => void>();
let current: News[] = [];
let lastId = 0;

export function tell(tone: News["tone"], words: string): void {
  const id = ++lastId;
  replace([...current, { id, tone, words }]);
  setTimeout(() => replace(current.filter((one) => one.id !== id)), shownFor[tone]);
}

export function NewsArea() {
  const news = useSyncExternalStore(subscribe, () => current);
  return (
    <div className="news" role="status" aria-live="polite">
      {news.map((one) => (
        <div key={one.id} className="news-line">
          <StatusChip tone={one.tone} quiet>
            {one.words}
          </StatusChip>
        </div>
      ))}
    </div>
  );
}

function replace(next: News[]): void {
  current = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
