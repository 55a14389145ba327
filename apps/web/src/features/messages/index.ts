import type { Feature } from "../../shell/index.ts";

export const messagesFeature: Feature = { name: "messages" };
