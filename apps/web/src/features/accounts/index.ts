export { useMyId, usePresence, useProfile } from "./use-person.ts";
import type { Feature } from "../../shell/index.ts";

export const accountsFeature: Feature = { name: "accounts" };
