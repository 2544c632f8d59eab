/** Parts of a whole as one bar; the words and numbers beside it carry the meaning, the bar only shows proportion. */
import type { Tone } from "./status-chip.tsx";

export interface BarPart {
  tone: Tone;
  count: number;
}

export function PartBar({ parts, thin }: { parts: BarPart[]; thin?: boolean }) {
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  return (
    <svg
      className={thin ? "part-bar part-bar-thin" : "part-bar"}
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      aria-hidden
    >
      {total > 0 &&
        parts.map((part, index) => {
          const before = parts.slice(0, index).reduce((sum, earlier) => sum + earlier.count, 0);
          return (
            <rect
              key={index}
              className={`part part-${part.tone}`}
              x={(before / total) * 100}
              width={(part.count / total) * 100}
              height="4"
            />
          );
        })}
    </svg>
  );
}
