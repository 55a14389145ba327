// What is going on in rooms and in the whole workspace, counted by days. Days are days of UTC.
import { z } from "zod";
import { AccountRef } from "../accounts/account.ts";
import { defineError } from "../kit/error.ts";
import { limits } from "../kit/limit.ts";
import { definePermission } from "../kit/permission.ts";
import { defineRoute } from "../kit/route.ts";
import { Timestamp } from "../kit/text.ts";
import { MessageId, MessageRead } from "../messages/message.ts";
import { RoomId } from "../rooms/room.ts";
import { WorkspaceId } from "../workspaces/roles.ts";

export const statisticsLimits = { days: 366, defaultDays: 30, people: 10, threads: 5, rooms: 10 } as const;

export const StatisticsView = definePermission("statistics.view", {
  on: "workspace",
  description: "See the workspace's statistics",
  changes: false,
  roles: ["admin"],
});

export const StatisticsRangeInvalid = defineError("statistics_range_invalid", {
  status: 422,
  title: "Statistics cannot be given for these days",
  message: "Let `from` be no later than `to`, and ask for no more days at once than the limit.",
  data: z.object({ limitDays: z.int() }),
});

const Day = z.iso.date().meta({ examples: ["2026-11-20"] });
const range = {
  from: Day.optional().meta({ description: "The first day; 29 days before the last unless told." }),
  to: Day.optional().meta({ description: "The last day; today unless told." }),
};

const counts = {
  messages: z.int().meta({ description: "Messages and replies that were not deleted. Edits count nothing." }),
  replies: z.int().meta({ description: "Those of them that are replies." }),
  reactions: z.int().meta({ description: "Reactions that were not taken back, by when they were given." }),
  activePeople: z.int().meta({ description: "How many different people posted." }),
};
export const StatisticsDay = z.object({ day: Day, ...counts }).meta({ id: "StatisticsDay" });
export type StatisticsDay = z.output<typeof StatisticsDay>;

const shared = {
  from: Day,
  to: Day,
  days: z.array(StatisticsDay).meta({ description: "Every day of the range, quiet ones too." }),
};

/** How long roots waited for the first reply by someone else. The last step has no end. */
export const ResponseTimes = z
  .object({
    count: z.int().meta({ description: "How many messages were first answered in these days." }),
    medianSeconds: z.number().nullable(),
    steps: z.array(z.object({ belowSeconds: z.int().nullable(), count: z.int() })),
  })
  .meta({ id: "ResponseTimes" });
export type ResponseTimes = z.output<typeof ResponseTimes>;

export const RoomStatistics = z
  .object({
    roomId: RoomId,
    ...shared,
    total: z.object(counts),
    people: z.array(z.object({ account: AccountRef, messages: z.int() })).meta({ description: "Who posted most." }),
    threads: z
      .array(
        z.object({
          messageId: MessageId,
          author: AccountRef,
          text: z.string().meta({ description: "The beginning of its root in plain text; empty once deleted." }),
          createdAt: Timestamp,
          replies: z.int(),
        }),
      )
      .meta({ description: "Those with most replies in these days." }),
    responses: ResponseTimes,
  })
  .meta({ id: "RoomStatistics" });
export type RoomStatistics = z.output<typeof RoomStatistics>;

export const WorkspaceStatistics = z
  .object({
    workspaceId: WorkspaceId,
    ...shared,
    total: z.object({ ...counts, activeRooms: z.int().meta({ description: "In how many rooms someone posted." }) }),
    rooms: z
      .array(z.object({ roomId: RoomId, name: z.string(), messages: z.int(), activePeople: z.int() }))
      .meta({ description: "The public channels in which most was posted. Other rooms are counted and not named." }),
  })
  .meta({ id: "WorkspaceStatistics" });
export type WorkspaceStatistics = z.output<typeof WorkspaceStatistics>;

export const getRoomStatistics = defineRoute("statistics.get_room", {
  http: "GET /rooms/:roomId/statistics",
  summary: "What was posted in a room by day and by whom, its top threads and response times",
  description: "What happened in the last seconds may be missing.",
  permission: MessageRead,
  input: z.strictObject({ roomId: RoomId, ...range }),
  output: RoomStatistics,
  errors: [StatisticsRangeInvalid],
  limit: limits.read,
  etag: true,
});

export const getWorkspaceStatistics = defineRoute("statistics.get_workspace", {
  http: "GET /workspaces/:workspaceId/statistics",
  summary: "What was posted in a workspace by day, by how many, and where most",
  description: "What happened in the last seconds may be missing.",
  permission: StatisticsView,
  input: z.strictObject({ workspaceId: WorkspaceId, ...range }),
  output: WorkspaceStatistics,
  errors: [StatisticsRangeInvalid],
  limit: limits.read,
  etag: true,
});
