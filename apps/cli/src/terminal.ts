// All that the program writes: results to the standard output, everything about them to the standard error.
export const say = (line = ""): void => console.log(line);

/** Machine output: one JSON value. */
export const sayJson = (value: unknown): void => console.log(JSON.stringify(value, null, 2));

export const warn = (line: string): void => console.error(line);

export type Progress = {
  advance(count: number): void;
  end(): void;
};

const barWidth = 30;

/** A bar that is drawn in place on a terminal; one plain line at the end of the work elsewhere. */
export function createProgress(label: string, total: number): Progress {
  let done = 0;
  const isTerminal = process.stderr.isTTY;
  const draw = (): void => {
    const share = total === 0 ? 1 : Math.min(1, done / total);
    const filled = Math.round(share * barWidth);
    const bar = "█".repeat(filled) + "░".repeat(barWidth - filled);
    process.stderr.write(`\r${label}  ${bar} ${String(Math.round(share * 100)).padStart(3)} %  ${done} of ${total}`);
  };
  return {
    advance(count) {
      done += count;
      if (isTerminal) draw();
    },
    end() {
      if (isTerminal) process.stderr.write("\n");
      else warn(`${label}: ${done} of ${total}`);
    },
  };
}

/** Columns as wide as their widest cell. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => Bun.stringWidth(row[column] ?? ""))));
  const pad = (cell: string, column: number) => cell + " ".repeat((widths[column] ?? 0) - Bun.stringWidth(cell));
  return rows.map((row) => row.map(pad).join("  ").trimEnd()).join("\n");
}
