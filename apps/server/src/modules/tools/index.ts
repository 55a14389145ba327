// The door of tools: what may be called, who decides, and what came of it.
import { tools } from "@althing/contract";
import { outside, read, write } from "../../kernel/binding.ts";
import { defineModule } from "../../kernel/module.ts";
import { toolboxes } from "../assistants/index.ts";
import { approveTools, withdrawTools } from "./actions/approve-tools.ts";
import { createToolSource } from "./actions/create-source.ts";
import { approveToolCall, denyToolCall } from "./actions/decide-call.ts";
import { inspectToolSource } from "./actions/inspect-source.ts";
import { runTool } from "./actions/run-tool.ts";
import { removeToolPolicy, setToolPolicy } from "./actions/set-policy.ts";
import { setToolPrice } from "./actions/set-price.ts";
import { getWebSearch, removeWebSearch, setWebSearch } from "./actions/set-web-search.ts";
import { removeToolSource, updateToolSource } from "./actions/update-source.ts";
import { registerFetchPage } from "./built-in/fetch-page.ts";
import { registerGetPerson } from "./built-in/get-person.ts";
import { registerListRooms } from "./built-in/list-rooms.ts";
import { registerPostMessage } from "./built-in/post-message.ts";
import { registerReadMessages } from "./built-in/read-messages.ts";
import { registerSearch } from "./built-in/search.ts";
import { registerWebSearch } from "./built-in/web-search.ts";
import { toolbox } from "./calls/toolbox.ts";
import { lookJobs, lookSchedule } from "./jobs/inspect-source.ts";
import { performByHand } from "./jobs/perform-by-hand.ts";
import { clearUp } from "./listeners/clear-up.ts";
import { readOperatorFile } from "./mcp/operator-file.ts";
import { createTools } from "./migrations/001_tools.ts";
import { createWebSearchAndPrices } from "./migrations/002_web_search_and_prices.ts";
import { getToolCall, listRunnableTools, listToolCalls } from "./queries/calls.ts";
import { getToolMetrics } from "./queries/metrics.ts";
import { listOfferedSources } from "./queries/offered-sources.ts";
import { listToolPolicies } from "./queries/policies.ts";
import { listToolPrices } from "./queries/prices.ts";
import { getToolSource, listToolSources } from "./queries/sources.ts";
import { listToolConflicts, listTools } from "./queries/tools.ts";
import { operatorServersOf } from "./sources/operators.ts";
import { sourceSecret } from "./sources/secret.ts";
import { webSearchKey } from "./web-search/key.ts";

export { resumeAfterSignIn } from "./calls/go-on.ts";
export { findSignInSource } from "./queries/sign-in-source.ts";
export { type SignInAnswer, type SignInQuestion, type SignInSource, type SignIns, signIns } from "./sign-ins.ts";

toolboxes.register(toolbox);
for (const register of [
  registerSearch,
  registerReadMessages,
  registerListRooms,
  registerGetPerson,
  registerPostMessage,
  registerFetchPage,
  registerWebSearch,
]) {
  register();
}

export const toolsModule = defineModule({
  name: "tools",
  migrations: [createTools, createWebSearchAndPrices],
  sealed: [sourceSecret, webSearchKey],
  listeners: [clearUp],
  jobs: [...lookJobs, performByHand],
  schedules: [lookSchedule],
  async prepare(platform) {
    operatorServersOf(platform).load(readOperatorFile(platform.config.tools.file));
  },
  workers: [
    { name: "tools.operator_servers", start: (platform) => ({ stop: () => operatorServersOf(platform).stop() }) },
  ],
  routes: [
    read(tools.listToolSources, listToolSources),
    read(tools.getToolSource, getToolSource),
    outside(tools.listOfferedSources, listOfferedSources),
    outside(tools.createToolSource, createToolSource),
    outside(tools.updateToolSource, updateToolSource),
    write(tools.removeToolSource, removeToolSource),
    outside(tools.inspectToolSource, inspectToolSource),

    read(tools.listTools, listTools),
    write(tools.approveTools, approveTools),
    write(tools.withdrawTools, withdrawTools),
    read(tools.listToolConflicts, listToolConflicts),

    read(tools.listToolPolicies, listToolPolicies),
    write(tools.setToolPolicy, setToolPolicy),
    write(tools.removeToolPolicy, removeToolPolicy),

    read(tools.listToolPrices, listToolPrices),
    write(tools.setToolPrice, setToolPrice),

    read(tools.getWebSearch, getWebSearch),
    outside(tools.setWebSearch, setWebSearch),
    write(tools.removeWebSearch, removeWebSearch),

    read(tools.listToolCalls, listToolCalls),
    read(tools.getToolCall, getToolCall),
    read(tools.listRunnableTools, listRunnableTools),
    write(tools.runTool, runTool),
    write(tools.approveToolCall, approveToolCall),
    write(tools.denyToolCall, denyToolCall),
    read(tools.getToolMetrics, getToolMetrics),
  ],
});
