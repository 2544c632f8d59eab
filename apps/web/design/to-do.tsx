/** A list of things to do: what, how many, and where they are done. The whole line is the target. */
import "./to-do.css";
import { RightOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";

interface ToDoListProps {
  title: string;
  hint?: string;
  children: ReactNode;
}

export function ToDoList({ title, hint, children }: ToDoListProps) {
  return (
    <section className="panel to-do" aria-label={title}>
      <div className="panel-head">
        <h2>{title}</h2>
        {hint && <span className="faint small">{hint}</span>}
      </div>
      {children}
    </section>
  );
}

interface ToDoLineProps {
  /** A shape with its word, in front. */
  mark?: ReactNode;
  /** The link; it covers the line. */
  children: ReactNode;
  /** What stands below the link. */
  about?: ReactNode;
  /** How many. */
  count?: ReactNode;
}

export function ToDoLine({ mark, children, about, count }: ToDoLineProps) {
  return (
    <li className="to-do-line">
      <span className="to-do-mark">{mark}</span>
      <span className="to-do-words">
        {children}
        {about && <span className="to-do-about">{about}</span>}
      </span>
      {count !== undefined && <span className="to-do-count">{count}</span>}
      <RightOutlined aria-hidden className="to-do-arrow" />
    </li>
  );
}
