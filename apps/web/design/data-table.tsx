/** The one table of the face: dense rows, a head that stays, and a frame that scrolls sideways by finger and by key. */
import type { ReactNode, Ref } from "react";

export interface TableHead {
  key: string;
  words: ReactNode;
  className?: string | undefined;
  sort?: "ascending" | "descending" | "none" | undefined;
}

interface DataTableProps {
  label: string;
  heads: TableHead[];
  className?: string;
  /** On a narrow screen each row is a card; its cells carry their head as `data-label`. Else the frame scrolls. */
  stacks?: boolean;
  body?: Ref<HTMLTableSectionElement>;
  foot?: ReactNode;
  /** The rows. */
  children: ReactNode;
}

export function DataTable({
  label,
  heads,
  className = "",
  stacks = false,
  body,
  foot,
  children,
}: DataTableProps) {
  return (
    // Focusable, so that a wide table can be scrolled by the arrow keys.
    <section className={`table-frame ${className}`} aria-label={label} tabIndex={0}>
      <table className={stacks ? "data-table stacks" : "data-table"}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.key} scope="col" className={head.className} aria-sort={head.sort}>
                {head.words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>{children}</tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </section>
  );
}
