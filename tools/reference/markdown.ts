// Pieces of Markdown that the generated pages are made of.

export const code = (text: string): string => `\`${text}\``;

export const codes = (texts: readonly string[]): string => texts.map(code).join(", ");

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.map(escapeCell).join(" | ")} |\n`).join("");
}

export const mermaid = (lines: readonly string[]): string => `\`\`\`mermaid\n${lines.join("\n")}\n\`\`\`\n`;

const escapeCell = (cell: string): string => cell.replaceAll("|", "\\|").replaceAll("\n", " ");
