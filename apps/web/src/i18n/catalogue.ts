// One JSON file per language and namespace; a language is fetched whole, when it is spoken. What only pages say that few
// open stands in `<namespace>.later.json`, and is fetched with them.
import { fetchPart } from "../parts/index.ts";
import type accounts from "./catalogues/en/accounts.json";
import type laterAccounts from "./catalogues/en/accounts.later.json";
import type admin from "./catalogues/en/admin.json";
import type assistants from "./catalogues/en/assistants.json";
import type laterAssistants from "./catalogues/en/assistants.later.json";
import type chats from "./catalogues/en/chats.json";
import type laterChats from "./catalogues/en/chats.later.json";
import type connections from "./catalogues/en/connections.json";
import type laterFiles from "./catalogues/en/files.later.json";
import type messages from "./catalogues/en/messages.json";
import type laterMessages from "./catalogues/en/messages.later.json";
import type models from "./catalogues/en/models.json";
import type laterModels from "./catalogues/en/models.later.json";
import type rooms from "./catalogues/en/rooms.json";
import type laterRooms from "./catalogues/en/rooms.later.json";
import type shell from "./catalogues/en/shell.json";
import type statistics from "./catalogues/en/statistics.json";
import type laterStatistics from "./catalogues/en/statistics.later.json";
import type tools from "./catalogues/en/tools.json";
import type laterTools from "./catalogues/en/tools.later.json";
import type ui from "./catalogues/en/ui.json";
import type laterUi from "./catalogues/en/ui.later.json";
import type workspaces from "./catalogues/en/workspaces.json";
import type laterWorkspaces from "./catalogues/en/workspaces.later.json";
import type { Language } from "./languages.ts";

export type Catalogue = {
  ui: typeof ui & typeof laterUi;
  shell: typeof shell;
  accounts: typeof accounts & typeof laterAccounts;
  workspaces: typeof workspaces & typeof laterWorkspaces;
  rooms: typeof rooms & typeof laterRooms;
  files: typeof laterFiles;
  messages: typeof messages & typeof laterMessages;
  models: typeof models & typeof laterModels;
  assistants: typeof assistants & typeof laterAssistants;
  chats: typeof chats & typeof laterChats;
  connections: typeof connections;
  statistics: typeof statistics & typeof laterStatistics;
  tools: typeof tools & typeof laterTools;
  admin: typeof admin;
};

declare module "use-intl" {
  interface AppConfig {
    Messages: Catalogue;
  }
}

type Load = () => Promise<{ texts: Readonly<Record<string, Readonly<Record<string, unknown>>>> }>;

/** The build puts the files of each language together (`build/ready-texts.ts`). */
const files: Record<Language, { first: Load; later: Load }> = {
  ar: { first: () => import("virtual:texts/ar"), later: () => import("virtual:texts/ar/later") },
  de: { first: () => import("virtual:texts/de"), later: () => import("virtual:texts/de/later") },
  en: { first: () => import("virtual:texts/en"), later: () => import("virtual:texts/en/later") },
  es: { first: () => import("virtual:texts/es"), later: () => import("virtual:texts/es/later") },
  fr: { first: () => import("virtual:texts/fr"), later: () => import("virtual:texts/fr/later") },
  ja: { first: () => import("virtual:texts/ja"), later: () => import("virtual:texts/ja/later") },
};

export async function loadCatalogue(language: Language): Promise<Catalogue> {
  return (await fetchPart(files[language].first)).texts as Catalogue;
}

export async function loadLater(language: Language, namespace: keyof Catalogue): Promise<Record<string, unknown>> {
  return (await fetchPart(files[language].later)).texts[namespace] ?? {};
}
