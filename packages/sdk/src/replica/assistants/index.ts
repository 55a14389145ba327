// Assistants, their runs, and the branches of conversations with them.
import { assistantReducers as ofAssistants } from "./assistants.ts";
import { runReducers } from "./runs.ts";
import { turnReducers } from "./turns.ts";

export { fromAssistants } from "./assistants.ts";
export { fromRun, fromRunsBehind, fromRunsIn, withoutRunsOf } from "./runs.ts";
export { fromTurns, withoutTurnsOf } from "./turns.ts";

export const assistantReducers = [...ofAssistants, ...runReducers, ...turnReducers];
