import { readingReducers } from "./reading.ts";
import { signReducers } from "./signs.ts";
import { unreadReducers } from "./unread.ts";
import { windowReducers } from "./window.ts";

export { fromThreads } from "./reading.ts";
export { fromReceipts, typistsIn } from "./signs.ts";
export { unreadOf } from "./unread.ts";
export { fromMessagePage, fromPins, fromThread } from "./window.ts";

/** In this order: counts look at a message as it was before. */
export const messageReducers = [...unreadReducers, ...readingReducers, ...signReducers, ...windowReducers];
