import { connect, connectionArgs } from "../../connection.ts";
import { say } from "../../terminal.ts";
import { defineVerb } from "../../verb.ts";

export const logout = defineVerb({
  name: "logout",
  description: "End the session, here and on the server",
  args: { url: connectionArgs.url },
  async run({ url }) {
    const client = await connect({ url });
    await client.accounts.logout();
    await client.session.end();
    say(`Signed out of ${client.baseUrl}.`);
  },
});
