import { defineCommand } from "citty";
import { importChat } from "./import-chat.ts";

export const importGroup = defineCommand({
  meta: { name: "import", description: "Bring in history from elsewhere" },
  subCommands: { chat: importChat },
});
