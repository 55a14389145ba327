import { files } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import { selectFiles } from "../store.ts";
import { viewFile } from "../views.ts";
import { readableAmong } from "./readable.ts";

export const getFile: ReadAction<typeof files.getFile> = async (tx, { actor, input }) => {
  const { account } = requireAccount(actor);
  const [row] = await readableAmong(tx, account.id, await selectFiles(tx, [input.fileId]));
  if (!row) return fail(files.FileNotFound);
  const by = (await listAccountRefs(tx, [row.account_id])).get(row.account_id);
  return by ? viewFile(row, by) : fail(files.FileNotFound);
};
