import type { admin } from "@althing/contract";
import type { OutsideAction } from "../../../kernel/binding.ts";
import { PageOf } from "../../../kernel/call.ts";
import { viewDead } from "../views.ts";

export const listDeadJobs: OutsideAction<typeof admin.listDeadJobs> = async ({ jobs }, { input, cursor }) => {
  const found = await jobs.listDead(input.limit + 1, cursor);
  const page = found.slice(0, input.limit);
  const last = found.length > input.limit ? page.at(-1) : undefined;
  return new PageOf(page.map(viewDead), { next: last && { id: last.id, diedExactly: last.diedExactly } });
};
