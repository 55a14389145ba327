import type { assistants } from "@althing/contract";

export type Settings = assistants.AssistantSettings;
