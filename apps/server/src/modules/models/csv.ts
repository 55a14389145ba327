// Tables as text, after RFC 4180.

type Cell = string | number | boolean | null;

/** A spreadsheet takes text that begins like this for a formula and carries it out. */
const formula = /^[=+\-@\t\r]/;

function writeCell(cell: Cell): string {
  if (cell === null) return "";
  const text = typeof cell === "string" && formula.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const writeCsv = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [head, ...rows].map((row) => `${row.map(writeCell).join(",")}\r\n`).join("");
