import { workspaces } from "@althing/contract";
import { z } from "zod";
import { builtInTools } from "./registry.ts";

const mostPeople = 5;

export function registerGetPerson(): void {
  builtInTools.register({
    name: "get_person",
    title: "Look up a person",
    description: "What people of the workspace tell of themselves: name, handle, title, time zone, status.",
    input: z.strictObject({ name: z.string().trim().min(1).max(80).describe("Part of a name or handle.") }),
    reads: true,
    async perform(_, { call, workspaceId }, { name }) {
      const found = await call(workspaces.listMembers, {
        workspaceId,
        query: name.replace(/^@/, ""),
        limit: mostPeople,
      });
      if (found.length === 0) return "There is nobody of this name.";
      return found.map((member) => describe(member)).join("\n");
    },
  });
}

function describe({ name, handle, title, pronouns, timeZone, status }: workspaces.Member): string {
  const facts = [title, pronouns, timeZone && `time zone ${timeZone}`, status?.text].filter(Boolean);
  return `${name} (@${handle})${facts.length > 0 ? `: ${facts.join("; ")}` : ""}`;
}
