/** A panel whose rows stay while others are on their way: pale only when that takes a while, so that a quick reply does not flicker. */
import { type ReactNode, useEffect, useState } from "react";

interface AwaitedPanelProps {
  /** What it shows is the answer to the question before. */
  isAwaiting: boolean;
  label?: string;
  children: ReactNode;
}

const patience = 150;

export function AwaitedPanel({ isAwaiting, label, children }: AwaitedPanelProps) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isAwaiting) return;
    const timer = setTimeout(() => setLong(true), patience);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isAwaiting]);
  return (
    <section
      className={isAwaiting && isLong ? "panel is-stale" : "panel"}
      aria-busy={isAwaiting}
      aria-label={label}
    >
      {children}
    </section>
  );
}
