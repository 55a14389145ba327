import { type accounts, chats } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { accessOf, type Call } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import { mayChange, maySee } from "../policy.ts";
import { findPromptRow, listPromptRows, listVersionRows, lockPrompt } from "../store/prompts.ts";
import type { PromptRow } from "../tables.ts";
import { viewPrompt } from "../views.ts";

const gone = (id: PromptRow["owner_id"]): accounts.AccountRef => ({
  id,
  handle: "gone",
  name: "Former member",
  kind: "person",
});

async function viewPrompts(tx: ReadTx, rows: readonly PromptRow[]): Promise<chats.Prompt[]> {
  const owners = await listAccountRefs(tx, [...new Set(rows.map((row) => row.owner_id))]);
  return rows.map((row) => viewPrompt(row, owners.get(row.owner_id) ?? gone(row.owner_id)));
}

export async function viewOnePrompt(tx: ReadTx, row: PromptRow): Promise<chats.Prompt> {
  const [prompt] = await viewPrompts(tx, [row]);
  return prompt ?? fail(chats.PromptNotFound);
}

export const listPrompts: ReadAction<typeof chats.listPrompts> = async (tx, { actor, input }) =>
  viewPrompts(tx, await listPromptRows(tx, input.workspaceId, requireAccount(actor).account.id));

export const listPromptVersions: ReadAction<typeof chats.listPromptVersions> = async (tx, { actor, input }) => {
  const row = await findPromptRow(tx, input);
  if (!row || !maySee(row, requireAccount(actor).account.id)) fail(chats.PromptNotFound);
  return (await listVersionRows(tx, input.promptId)).map(({ version, title, body, variables, at }) => ({
    version,
    title,
    body,
    variables,
    at: at.toISOString(),
  }));
};

type Named = Call<typeof chats.deletePrompt> | Call<typeof chats.updatePrompt>;

/** Held until the end of the transaction, for who may change it. */
export async function lockMine(tx: WriteTx, call: Named): Promise<PromptRow> {
  const { account } = requireAccount(call.actor);
  const row = await lockPrompt(tx, call.input);
  if (!row || !maySee(row, account.id)) return fail(chats.PromptNotFound);
  return mayChange(row, account.id, accessOf(call)) ? row : fail(chats.PromptNotYours);
}
