/** Nothing here, and what to do about it. */
import type { ReactNode } from "react";

interface EmptyStateProps {
  title: string;
  hint?: string;
  children?: ReactNode;
}

export function EmptyState({ title, hint, children }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <svg viewBox="0 0 48 48" width="40" height="40" aria-hidden>
        <rect x="9" y="6" width="30" height="36" rx="3" className="empty-sheet" />
        <path d="M16 16h16M16 23h16M16 30h9" className="empty-lines" />
      </svg>
      <h2>{title}</h2>
      {hint && <p>{hint}</p>}
      {children && <div className="empty-actions">{children}</div>}
    </div>
  );
}
