import { connect, connectionArgs, jsonArg } from "../../connection.ts";
import { requireWorkspace, workspaceArg } from "../../places.ts";
import { createProgress, type Progress, say, sayJson, warn } from "../../terminal.ts";
import { defineVerb } from "../../verb.ts";
import { importChat as runImport } from "./chat/import-chat.ts";
import { describeLate, describeReport, describeSkipped } from "./chat/report.ts";

export const importChat = defineVerb({
  name: "chat",
  description: "Bring a chat's history in from JSON lines; may be repeated, nothing comes twice",
  takesMore: true,
  args: {
    files: {
      type: "positional",
      required: true,
      description: "One or more .jsonl files; each goes into the room named after its folder",
    },
    room: { type: "string", valueHint: "NAME", description: "One room for all files" },
    "dry-run": { type: "boolean", description: "Read and count, and send nothing" },
    ...workspaceArg,
    ...connectionArgs,
    ...jsonArg,
  },
  async run(args) {
    let progress: Progress | undefined;
    const options = {
      paths: args._,
      roomName: args.room?.replace(/^#/, ""),
      onStart: (records: number) => {
        if (!args["dry-run"]) progress = createProgress("Importing", records);
      },
      onPage: (records: number) => progress?.advance(records),
    };
    const target = async () => {
      const client = await connect(args);
      return { client, workspaceId: (await requireWorkspace(client, args.workspace)).id };
    };
    const report = await runImport(args["dry-run"] ? undefined : await target(), options).finally(() =>
      progress?.end(),
    );
    for (const line of [...describeSkipped(report.skipped), ...describeLate(report.lateRooms)]) warn(line);
    if (args.json) sayJson(report);
    else say(describeReport(report));
    return report.skipped.length > 0 ? 1 : 0;
  },
});
