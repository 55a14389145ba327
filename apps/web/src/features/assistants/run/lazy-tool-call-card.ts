import { later } from "../../../parts/index.ts";

/** Few look at a call, and only at one that waits for them or that they open. */
export const ToolCallCard = later(() => import("./tool-call-card.tsx"), "ToolCallCard");
