import type { ReactNode } from 'react';

interface DataTableProps {
  readonly className?: string;
  /** For who hears the page; not needed right under a heading. */
  readonly caption?: string;
  readonly columns: readonly string[];
  /** More rows are on their way. */
  readonly busy?: boolean;
  /** A row each. */
  readonly children: ReactNode;
}

/** A table with a head; no two columns have one title. */
export function DataTable({ className, caption, columns, busy, children }: DataTableProps) {
  return (
    <table className={className} aria-busy={busy}>
      {caption !== undefined && <caption className="visually-hidden">{caption}</caption>}
      <thead>
        <tr>
          {columns.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
