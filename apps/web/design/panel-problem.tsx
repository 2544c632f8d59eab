/** A panel whose content could not be read: it keeps its place and its name, and says so. */
import { ProblemNotice } from "./problem-notice.tsx";

interface PanelProblemProps {
  title: string;
  error: unknown;
  onRetry: () => void;
}

export function PanelProblem({ title, error, onRetry }: PanelProblemProps) {
  return (
    <section className="panel panel-problem" aria-label={title}>
      <div className="panel-head">
        <h2>{title}</h2>
      </div>
      <div className="panel-body">
        <ProblemNotice error={error} onRetry={onRetry} />
      </div>
    </section>
  );
}
