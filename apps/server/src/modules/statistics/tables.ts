// What the rollups hold, as rows. Days are of UTC, written `2026-11-20`.
import type { PersonDay, ThreadDay } from "../messages/index.ts";

export type PeopleRow = PersonDay & { readonly roomId: string };
export type ThreadRow = ThreadDay & { readonly roomId: string };

export type Range = { readonly from: string; readonly to: string };

export type DayRow = { day: string; messages: number; replies: number; reactions: number; activePeople: number };
/** How many answers came within a step of response times; the first step is 0. */
export type StepRow = { step: number; count: number };
