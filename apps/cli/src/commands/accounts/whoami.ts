import { connect, connectionArgs, jsonArg } from "../../connection.ts";
import { say, sayJson } from "../../terminal.ts";
import { defineVerb } from "../../verb.ts";

export const whoami = defineVerb({
  name: "whoami",
  description: "Show who is signed in, and in which workspaces",
  args: { ...connectionArgs, ...jsonArg },
  async run(args) {
    const client = await connect(args);
    const me = await client.accounts.getMe();
    if (args.json) return sayJson(me);
    say(`${me.name} (@${me.handle}) on ${client.baseUrl}`);
    for (const { slug, name, roles } of me.workspaces) say(`  ${slug}  ${name} (${roles.join(", ")})`);
  },
});
