import { assistants } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { lockChangeable } from "../queries/find-assistants.ts";
import { requireProfile } from "../queries/profiles.ts";
import { findVersion } from "../store/assistants.ts";
import { viewDetail } from "../views.ts";
import { changeAssistant } from "./change-assistant.ts";

export const restoreAssistantVersion: WriteAction<typeof assistants.restoreAssistantVersion> = async (tx, call) => {
  const { assistantId, version } = call.input;
  const before = await lockChangeable(tx, call, call.input);
  const { settings } = (await findVersion(tx, assistantId, version)) ?? fail(assistants.AssistantVersionNotFound);
  const by = requireAccount(call.actor).account.id;
  const after = await changeAssistant(tx, before, { settings, by, note: `As in version ${version}` });
  return viewDetail(after, await requireProfile(tx, assistantId));
};
