/** Time spans that are asked for most, as the first day of each. */
export const spans = ["today", "week", "month"] as const;
export type Span = (typeof spans)[number];

const daysBack: Record<Span, number> = { today: 0, week: 6, month: 29 };
const aDay = 24 * 60 * 60 * 1000;
/** Days of the record begin in China, wherever the reader sits. */
const chinaOffset = 8 * 60 * 60 * 1000;

/** yyyy-mm-dd. */
export function spanFrom(span: Span, now: Date): string {
  return new Date(now.getTime() + chinaOffset - daysBack[span] * aDay).toISOString().slice(0, 10);
}
