import { z } from "zod";
import { defineEvent } from "../kit/event.ts";
import { AccountId } from "../kit/id.ts";
import { Assistant } from "./assistant.ts";
import { Place, Run, RunId, Turn } from "./run.ts";

/** Told to the workspace, or, of somebody's own assistant, to them alone. */
export const AssistantChanged = defineEvent("assistants.changed", {
  durability: "durable",
  feeds: ["workspace", "account"],
  summary: "An assistant was made, changed or archived.",
  payload: z.object({ assistant: Assistant }),
});
export const AssistantHidden = defineEvent("assistants.hidden", {
  durability: "durable",
  feeds: ["workspace"],
  summary: "An assistant is now somebody's own: others no longer see it.",
  payload: z.object({ assistantId: AccountId }),
});
/** Told to the room and to the run's own feed, or, of a run for who asked, to them alone. */
export const RunChanged = defineEvent("assistants.run_changed", {
  durability: "durable",
  feeds: ["room", "account", "run"],
  summary:
    "A run came, went on to another state, or ended. The run is whole; its last one has its sources, tools, tokens and cost.",
  payload: z.object({ run: Run }),
});
export const RunProgressed = defineEvent("assistants.run_progressed", {
  durability: "ephemeral",
  feeds: ["room", "account", "run"],
  summary:
    "A run wrote on. The text stands at `offset`, in UTF-16 units; from time to time all of it comes again from 0.",
  payload: z.object({ runId: RunId, offset: z.int(), text: z.string() }),
});
export const TurnAdded = defineEvent("assistants.turn_added", {
  durability: "durable",
  feeds: ["room"],
  summary: "A message took its place in the tree of the conversation.",
  payload: z.object({ turn: Turn }),
});
export const PlaceMoved = defineEvent("assistants.place_moved", {
  durability: "durable",
  feeds: ["account"],
  summary: "You are at another branch, on all of your devices.",
  payload: z.object({ place: Place }),
});
