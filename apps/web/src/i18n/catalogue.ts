// One JSON file per language and namespace; a language is fetched whole, when it is spoken.
import type accounts from "./catalogues/en/accounts.json";
import type admin from "./catalogues/en/admin.json";
import type assistants from "./catalogues/en/assistants.json";
import type chats from "./catalogues/en/chats.json";
import type connections from "./catalogues/en/connections.json";
import type messages from "./catalogues/en/messages.json";
import type models from "./catalogues/en/models.json";
import type rooms from "./catalogues/en/rooms.json";
import type shell from "./catalogues/en/shell.json";
import type statistics from "./catalogues/en/statistics.json";
import type ui from "./catalogues/en/ui.json";
import type workspaces from "./catalogues/en/workspaces.json";
import type { Language } from "./languages.ts";

export type Catalogue = {
  ui: typeof ui;
  shell: typeof shell;
  accounts: typeof accounts;
  workspaces: typeof workspaces;
  rooms: typeof rooms;
  messages: typeof messages;
  models: typeof models;
  assistants: typeof assistants;
  chats: typeof chats;
  connections: typeof connections;
  statistics: typeof statistics;
  admin: typeof admin;
};

declare module "use-intl" {
  interface AppConfig {
    Messages: Catalogue;
  }
}

const files = import.meta.glob<Record<string, unknown>>("./catalogues/*/*.json", { import: "default" });

export async function loadCatalogue(language: Language): Promise<Catalogue> {
  const wanted = Object.entries(files).filter(([path]) => path.startsWith(`./catalogues/${language}/`));
  const parts = await Promise.all(
    wanted.map(async ([path, load]) => [path.slice(path.lastIndexOf("/") + 1, -".json".length), await load()] as const),
  );
  return Object.fromEntries(parts) as Catalogue;
}
