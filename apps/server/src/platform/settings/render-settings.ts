import { flagOf, type Settings } from "./setting.ts";

/** The reference of the settings, as a markdown table. */
export function renderSettings(settings: Settings): string {
  const rows = settings.map((setting) => [
    code(setting.key),
    code(flagOf(setting.key)),
    setting.schema.description ?? "text",
    setting.default ? code(setting.default) : "",
    setting.reloadable ? "reload" : "restart",
    [setting.description, setting.secret && "Secret.", setting.example && `Example: ${code(setting.example)}.`]
      .filter(Boolean)
      .join(" "),
  ]);
  const head = ["Setting", "Flag", "Type", "Default", "Takes effect on", "Description"];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.map(escapeCell).join(" | ")} |\n`).join("");
}

const code = (value: string) => `\`${value}\``;

const escapeCell = (cell: string) => cell.replaceAll("|", "\\|").replaceAll("\n", " ");
