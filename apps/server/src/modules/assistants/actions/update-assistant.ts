import { isDeepStrictEqual } from "node:util";
import type { assistants } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { requireVersion } from "../../../kernel/call.ts";
import { lockChangeable } from "../queries/find-assistants.ts";
import { requireProfile } from "../queries/profiles.ts";
import { viewDetail } from "../views.ts";
import { changeAssistant } from "./change-assistant.ts";

export const updateAssistant: WriteAction<typeof assistants.updateAssistant> = async (tx, call) => {
  const { workspaceId: _, assistantId, note = "", ...given } = call.input;
  const before = await lockChangeable(tx, call, call.input);
  requireVersion(call, before.version);
  const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const settings = { ...before.settings, ...changes };
  const by = requireAccount(call.actor).account.id;
  const isSame = isDeepStrictEqual(settings, before.settings);
  const after = isSame ? before : await changeAssistant(tx, before, { settings, by, note });
  return viewDetail(after, await requireProfile(tx, assistantId));
};
