import { tools } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { OutsideAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import type { Platform } from "../../../kernel/platform.ts";
import { hintOf } from "../../../platform/secrets/index.ts";
import { standingOf } from "../../workspaces/index.ts";
import { readOpenApi } from "../http/openapi.ts";
import { inspectSoon } from "../jobs/inspect-source.ts";
import { seenByAdmin } from "../queries/sources.ts";
import { operatorServersOf } from "../sources/operators.ts";
import { sourceSecret } from "../sources/secret.ts";
import { insertSource, listSourceRows, lockSources } from "../store/sources.ts";
import type { Connection, SourceRow } from "../tables.ts";
import { announceSource } from "./announce-source.ts";

const limit = tools.sourceLimits.perWorkspace;

/** Outside of a transaction, for the credential is sealed before there is one. */
export const createToolSource: OutsideAction<typeof tools.createToolSource> = async (platform, call) => {
  const { workspaceId, slug, title, description, precedence, connection: wanted, credential } = call.input;
  const me = requireAccount(call.actor).account.id;
  const connection = connectionOf(platform, standingOf(accessOf(call)).slug, wanted);
  const id = crypto.randomUUID() as tools.ToolSourceId;
  return platform.write(call.actor, async (tx) => {
    await lockSources(tx, workspaceId);
    const others = await listSourceRows(tx, workspaceId);
    if (others.some((one) => one.slug === slug)) fail(tools.ToolSourceSlugTaken);
    if (others.length >= limit) fail(tools.ToolSourceLimitReached, { limit });
    const row = await insertSource(tx, {
      id,
      workspace_id: workspaceId,
      kind: "operations" in connection ? "http" : "mcp",
      slug,
      title,
      description,
      connection: JSON.stringify(connection),
      ...credentialColumns(platform, id, credential),
      precedence,
      created_by: me,
      created_at: tx.now,
    });
    await announceSource(tx, row);
    await inspectSoon(tx, row, me);
    return seenByAdmin(tx, row);
  });
};

type Wanted = tools.SourceConnection;

function connectionOf(platform: Platform, workspaceSlug: string, wanted: Wanted): Connection {
  switch (wanted.kind) {
    case "mcp":
      return { kind: "mcp", url: requireBare(wanted.url) };
    case "operator": {
      const isOffered = operatorServersOf(platform)
        .offeredTo(workspaceSlug)
        .some(({ name }) => name === wanted.name);
      return isOffered ? wanted : invalid(["The operator offers no server of this name to this workspace."]);
    }
    case "openapi": {
      const { baseUrl, operations, problems } = readOpenApi(wanted.document);
      const base = wanted.baseUrl ?? baseUrl;
      if (base === undefined) problems.push("It names no server; say where it is.");
      return base === undefined || problems.length > 0
        ? invalid(problems)
        : { kind: "openapi", baseUrl: requireBare(base), operations };
    }
    case "operations": {
      const operations = wanted.operations.map((one) => ({ ...one, title: one.title ?? null, places: {} }));
      const names = operations.map(({ name }) => name);
      if (new Set(names).size < names.length) return invalid(["Two operations have the same name."]);
      return { kind: "operations", baseUrl: requireBare(wanted.baseUrl), operations };
    }
  }
}

const invalid = (problems: string[]): never => fail(tools.ToolSourceInvalid, { problems });

/** Secrets never stand in addresses, for addresses are shown. */
function requireBare(address: string): string {
  const { username, password } = new URL(address);
  return username || password ? invalid(["The address must not hold a name or a password."]) : address;
}

export function credentialColumns(
  { secrets }: Platform,
  sourceId: tools.ToolSourceId,
  credential: tools.SourceCredential,
): Pick<SourceRow, "auth" | "header_name" | "secret" | "secret_hint"> {
  if (credential.kind !== "header")
    return { auth: credential.kind, header_name: null, secret: null, secret_hint: null };
  const { name, value } = credential;
  const secret = sourceSecret.seal(secrets, sourceId, value);
  return { auth: "header", header_name: name, secret, secret_hint: hintOf(value).ending };
}
