// The testkit's cast on a server of its own that may reach this machine, with tools to connect and calls to wait for.
import { type assistants, feedOf, type tools } from "@althing/contract";
import { openHarbour, type Person, startServer } from "@althing/testkit";
import type { RunFacts } from "../../assistants/index.ts";
import { toolboxes } from "../../assistants/index.ts";

export {
  type FakeMcpServer,
  injection,
  type McpEra,
  refusal,
  startHttpService,
  startMcpServer,
} from "@althing/testkit";
export type Harbour = Awaited<ReturnType<typeof startHarbour>>;

export async function startHarbour(settings: Record<string, string> = {}) {
  const server = await startServer({ settings: { ALTHING_EGRESS_ALLOWED_HOSTS: "127.0.0.1", ...settings } });
  const harbour = await openHarbour(server.url);
  const { ana, ben, workspaceId } = harbour;
  const { id: roomId } = await harbour.channel("quay", [ben, harbour.cem]);
  const { platform } = server.kernel;

  return {
    ...harbour,
    server,
    roomId,
    platform,
    /** Connects a source, has it looked at, and approves all its tools. */
    async connectSource(
      slug: string,
      connection: Connection,
      credential?: Credential,
    ): Promise<tools.ToolSourceDetail> {
      const { id: sourceId } = await ana.tools.createToolSource({
        workspaceId,
        slug,
        title: slug,
        connection,
        credential,
      });
      const source = await ana.tools.inspectToolSource({ workspaceId, sourceId });
      const listed = await ana.tools.listTools({ workspaceId, sourceId });
      const pending = listed.map(({ id, fingerprint }) => ({ id, fingerprint }));
      if (pending.length > 0) await ana.tools.approveTools({ workspaceId, tools: pending });
      return source;
    },
    /** Runs a tool as Ben, approves it where it asks, and gives what came of it. */
    async runAndApprove(
      tool: string,
      given: Record<string, unknown> = {},
      person: Person = ben,
    ): Promise<tools.ToolCall> {
      const { id: callId, state } = await person.tools.runTool({ roomId, tool, arguments: given });
      if (state === "needs_approval") await person.tools.approveToolCall({ roomId, callId });
      await server.settled();
      return person.tools.getToolCall({ roomId, callId });
    },
    /** A run that an assistant makes for somebody, as the toolbox sees it. */
    runOf(person: Person, more: Partial<RunFacts> = {}): RunFacts {
      return {
        runId: crypto.randomUUID() as assistants.RunId,
        workspaceId,
        roomId,
        assistantId: crypto.randomUUID() as RunFacts["assistantId"],
        asker: { id: person.id, handle: person.name.toLowerCase(), name: person.name, kind: "person" },
        audience: "room",
        readerIds: [person.id],
        toolPatterns: ["althing__*", "tides__*"],
        parentId: null,
        ...more,
      };
    },
    propose: (run: RunFacts, ...calls: Wanted[]) =>
      platform.write({ kind: "system" }, (tx) =>
        toolboxes.current.propose(
          tx,
          run,
          calls.map((call) => ({ callId: newCallId(), modelCallId: "m", arguments: {}, ...call })),
        ),
      ),
    perform: (run: RunFacts, signal: AbortSignal = new AbortController().signal) =>
      toolboxes.current.perform(platform, run, signal),
    outcomes: (run: RunFacts) => platform.read((tx) => toolboxes.current.outcomes(tx, run.runId)),
    callsOf: (run: RunFacts, person: Person) => person.tools.listToolCalls({ roomId: run.roomId, runId: run.runId }),
    toldTo: (person: Person) => server.eventsOf(feedOf.account(person.id)),
  };
}

type Connection = Parameters<Person["tools"]["createToolSource"]>[0]["connection"];
type Credential = Parameters<Person["tools"]["createToolSource"]>[0]["credential"];
type Wanted = { name: string; arguments?: unknown; callId?: assistants.ToolCallId; invalid?: string };

export const newCallId = () => crypto.randomUUID() as assistants.ToolCallId;
