import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { ScrollArea } from "./scroll-area.tsx";

type Column<Row> = {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: "start" | "end";
  /** Not where the `@container` around is narrow: there another column tells it. */
  wideOnly?: boolean;
  className?: string;
};

const ofWide = "@max-lg:hidden";

type TableProps<Row> = {
  /** What is listed, for those who do not see what stands above it. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** In place of the rows when there are none. */
  empty?: ReactNode;
  className?: string;
};

const alignment = { start: "text-start", end: "text-end tabular-nums" };

/** Lists things with the same few facts; scrolls sideways where it is too narrow. */
export function Table<Row>({ label, columns, rows, rowKey, empty, className }: TableProps<Row>) {
  if (rows.length === 0 && empty) return empty;
  return (
    <ScrollArea label={label} className={classes("rounded-lg border border-line", className)}>
      <table className="w-full border-collapse text-sm">
        <thead className="bg-sunken text-ink-muted text-xs">
          <tr>
            {columns.map(({ key, header, align = "start", wideOnly }) => (
              <th
                key={key}
                scope="col"
                className={classes("h-9 whitespace-nowrap px-3 font-medium", alignment[align], wideOnly && ofWide)}
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="bg-surface">
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-line border-t hover:bg-hover">
              {columns.map(({ key, cell, align = "start", wideOnly, className: cellClass }) => (
                <td key={key} className={classes("h-11 px-3 py-1.5", alignment[align], wideOnly && ofWide, cellClass)}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
