import { config } from "../../config.ts";
import { connectionArgs, openClient } from "../../connection.ts";
import { CommandFault, exitCodes } from "../../failure.ts";
import { askSecret } from "../../prompt.ts";
import { say } from "../../terminal.ts";
import { defineVerb } from "../../verb.ts";

export const login = defineVerb({
  name: "login",
  description: "Sign in, and stay signed in on this machine",
  args: {
    email: {
      type: "positional",
      required: true,
      description: "Your address; the password is asked, or taken from ALTHING_PASSWORD",
    },
    url: connectionArgs.url,
  },
  async run({ email, url }) {
    if (!config.sessionFile)
      throw new CommandFault(
        "Run this as `bin/althing login`, which knows where to keep the session.",
        exitCodes.usage,
      );
    const client = openClient({ url });
    const password = config.password ?? (await askSecret(`Password of ${email}: `));
    const signedIn = await client.accounts.login({ email, password });
    await client.session.start(signedIn);
    say(`Signed in to ${client.baseUrl} as ${signedIn.account.name} (@${signedIn.account.handle}).`);
  },
});
