import { z } from "zod";
import { defineEvent } from "../kit/event.ts";
import { ToolCall } from "./call.ts";
import { ToolPolicy } from "./policy.ts";
import { ToolPrice } from "./price.ts";
import { ToolSource, ToolSourceId } from "./source.ts";

export const ToolSourceChanged = defineEvent("tools.source_changed", {
  durability: "durable",
  feeds: ["workspace"],
  summary: "A source of tools was connected or changed, or its tools were looked at, approved or withdrawn.",
  payload: z.object({ source: ToolSource }),
});
export const ToolSourceRemoved = defineEvent("tools.source_removed", {
  durability: "durable",
  feeds: ["workspace"],
  summary: "A source was removed, with its tools.",
  payload: z.object({ sourceId: ToolSourceId }),
});
/** What is said for a room is told to the room; all else to the workspace. */
export const ToolPoliciesChanged = defineEvent("tools.policies_changed", {
  durability: "durable",
  feeds: ["workspace", "room"],
  summary:
    "What is said of tools changed. These are all policies now: of the room, or of the workspace and its assistants.",
  payload: z.object({ policies: z.array(ToolPolicy) }),
});
export const ToolPricesChanged = defineEvent("tools.prices_changed", {
  durability: "durable",
  feeds: ["workspace"],
  summary: "What calls of tools cost has changed. These are all prices now.",
  payload: z.object({ prices: z.array(ToolPrice) }),
});
export const ToolCallChanged = defineEvent("tools.call_changed", {
  durability: "durable",
  feeds: ["account"],
  summary: "A call that is made in your name came, waits for you, went on or ended. It is whole.",
  payload: z.object({ call: ToolCall }),
});
