/** Tabs with the keys of the pattern: arrows move, Home and End jump. On a phone the strip scrolls. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";

interface TabStripProps<Key extends string> {
  label: string;
  tabs: readonly { key: Key; label: string }[];
  active: Key;
  onChange: (key: Key) => void;
  children: ReactNode;
}

export function TabStrip<Key extends string>(props: TabStripProps<Key>) {
  const { label, tabs, active, onChange, children } = props;
  const id = useId();
  const strip = useChosenInSight(`${id}-${active}`);
  const onKey = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.key === active);
    const index = indexAfterKey(event.key, at, tabs.length);
    const next = index === null ? undefined : tabs[index];
    if (index === null || !next) return;
    event.preventDefault();
    onChange(next.key);
    strip.current?.querySelectorAll<HTMLElement>("[role=tab]")[index]?.focus();
  };
  return (
    <>
      {/* The chosen tab has the focus, not the strip; keys bubble up from it. */}
      <div ref={strip} className="tab-strip" role="tablist" aria-label={label} onKeyDown={onKey}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-${tab.key}`}
            aria-selected={tab.key === active}
            aria-controls={`${id}-panel`}
            tabIndex={tab.key === active ? 0 : -1}
            onClick={() => onChange(tab.key)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${active}`}>
        {children}
      </div>
    </>
  );
}

/** On a phone the chosen tab may lie outside of what is seen: the strip is scrolled to it. */
function useChosenInSight(tabId: string) {
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const hidden = edgeOf(document.getElementById(tabId)) - edgeOf(strip.current);
    if (hidden > 0) strip.current?.scrollBy({ left: hidden });
  }, [tabId]);
  return strip;
}

function indexAfterKey(key: string, at: number, count: number): number | null {
  if (key === "ArrowLeft") return (at - 1 + count) % count;
  if (key === "ArrowRight") return (at + 1) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}

function edgeOf(element: Element | null): number {
  return element?.getBoundingClientRect().right ?? 0;
}
