// Runs on Node: signs in, posts a message and prints its id. The server's address is the only argument.
import { createClient } from "../src/index.ts";

const client = createClient({ baseUrl: process.argv[2] ?? "" });
await client.session.start(
  await client.accounts.login({ email: "ana@example.org", password: "correct horse battery" }),
);
const sent = await client.messages.sendMessage({
  roomId: "01930c2e-7a54-7c3b-9d0a-3f5b8e2c1d47",
  body: "Ahoy from Node",
});
process.stdout.write(sent.body);
