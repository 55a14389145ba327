// The program: finds the command, runs it, and says in one sentence what went wrong.
import { defineCommand, runCommand, runMain } from "citty";
import { login } from "./commands/accounts/login.ts";
import { logout } from "./commands/accounts/logout.ts";
import { whoami } from "./commands/accounts/whoami.ts";
import { importGroup } from "./commands/import/index.ts";
import { sendMessage } from "./commands/messages/send-message.ts";
import { tailRoom } from "./commands/messages/tail-room.ts";
import { listRooms } from "./commands/rooms/list-rooms.ts";
import { seed } from "./commands/seed/seed.ts";
import { explain } from "./failure.ts";
import { warn } from "./terminal.ts";

const althing = defineCommand({
  meta: { name: "althing", description: "Talk to an Althing server" },
  subCommands: {
    login,
    logout,
    whoami,
    rooms: listRooms,
    send: sendMessage,
    tail: tailRoom,
    import: importGroup,
    seed,
  },
});

const rawArgs = process.argv.slice(2);
const asksForHelp = rawArgs.length === 0 || rawArgs.some((word) => word === "--help" || word === "-h");
if (asksForHelp) await runMain(althing, { rawArgs: rawArgs.length === 0 ? ["--help"] : rawArgs });

try {
  await runCommand(althing, { rawArgs });
} catch (error) {
  const explained = explain(error);
  if (!explained) throw error;
  warn(explained.message);
  process.exitCode = explained.exitCode;
}
