// The tools that a workspace may use: Althing's own, and the approved ones of sources that are on, as they were approved.
import type { tools, workspaces } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { listDefinitionRows } from "../store/definitions.ts";
import { listSourceRows } from "../store/sources.ts";
import type { SourceRow } from "../tables.ts";
import { viewBuiltInSource } from "../views.ts";
import { listOwnTools } from "./own-tools.ts";

export type UsableTool = {
  readonly id: tools.ToolId;
  readonly name: string;
  readonly localName: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: Record<string, unknown>;
  readonly fingerprint: string;
  readonly isBuiltIn: boolean;
  readonly reads: boolean;
  readonly source: { readonly id: tools.ToolSourceId; readonly title: string; readonly precedence: number };
  /** Absent for Althing's own. */
  readonly row: SourceRow | undefined;
};

/** By name. */
export async function listUsable(tx: ReadTx, workspaceId: workspaces.WorkspaceId): Promise<UsableTool[]> {
  const [sourceRows, definitions, own] = await Promise.all([
    listSourceRows(tx, workspaceId),
    listDefinitionRows(tx, workspaceId),
    ownTools(tx, workspaceId),
  ]);
  const sources = new Map(sourceRows.map((row) => [row.id, row]));
  const foreign = definitions.flatMap((row): UsableTool[] => {
    const source = sources.get(row.source_id);
    const wording = row.approved_wording;
    if (!source?.enabled || row.state !== "approved" || !wording || !row.approved_fingerprint) return [];
    return [
      {
        id: row.id,
        name: row.name,
        localName: row.local_name,
        ...wordsOf(wording, row.local_name),
        fingerprint: row.approved_fingerprint,
        isBuiltIn: false,
        reads: readsBySafeMethod(source, row.local_name),
        source: { id: source.id, title: source.title, precedence: source.precedence },
        row: source,
      },
    ];
  });
  return [...own, ...foreign].toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

const ownTools = async (tx: ReadTx, workspaceId: workspaces.WorkspaceId): Promise<UsableTool[]> =>
  (await listOwnTools(tx, workspaceId)).map(({ id, name, localName, wording, fingerprint, reads }) => ({
    id,
    name,
    localName,
    ...wordsOf(wording, localName),
    fingerprint,
    isBuiltIn: true,
    reads,
    source: viewBuiltInSource(workspaceId, 0),
    row: undefined,
  }));

const wordsOf = ({ title, description, inputSchema }: tools.ToolWording, localName: string) => ({
  title: title ?? localName,
  description,
  inputSchema,
});

/** HTTP says that a GET changes nothing; whoever described the operation vouches for that. */
const readsBySafeMethod = ({ connection }: SourceRow, localName: string): boolean =>
  "operations" in connection &&
  connection.operations.some(({ name, method }) => name === localName && method === "GET");
