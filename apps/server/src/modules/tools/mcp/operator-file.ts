/**
 * Servers that the operator runs beside Althing, from the file that `ALTHING_TOOLS_FILE` names. Only what stands there is ever
 * started: no request can name a program.
 */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { StartupFault } from "../../../platform/startup-fault.ts";

const Server = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, "must be small letters, digits and `-`"),
  title: z.string().trim().min(1).max(80),
  description: z.string().trim().max(500).default(""),
  command: z.string().min(1),
  args: z.array(z.string()).default([]),
  env: z.record(z.string(), z.string()).default({}),
  cwd: z.string().optional(),
  workspaces: z.union([z.literal("all"), z.array(z.string())]).default("all"),
});
export type OperatorServer = z.output<typeof Server>;

const File = z
  .strictObject({ servers: z.array(Server).max(50) })
  .refine(
    ({ servers }) => new Set(servers.map(({ name }) => name)).size === servers.length,
    "has two servers of one name",
  );

/** Throws a `StartupFault` that lists everything wrong, not only the first. */
export function readOperatorFile(path: string | undefined): readonly OperatorServer[] {
  if (path === undefined) return [];
  const parsed = File.safeParse(contentOf(path));
  if (parsed.success) return parsed.data.servers;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".") || "the file"}: ${issue.message}`);
  throw fault(path, problems);
}

function contentOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw fault(path, [error instanceof SyntaxError ? "it is not JSON" : "it cannot be read"]);
  }
}

const fault = (path: string, problems: readonly string[]) =>
  new StartupFault("tools_file_invalid", [`The file of tools ${path} is not valid:`, ...problems].join("\n- "));
