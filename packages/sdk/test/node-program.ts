// Runs on Node: signs in, sends a file and posts a message, and prints what came of them. The server's address is the only argument.
import { createClient, uploadFile } from "../src/index.ts";

const client = createClient({ baseUrl: process.argv[2] ?? "" });
await client.session.start(
  await client.accounts.login({ email: "ana@example.org", password: "correct horse battery" }),
);
const workspaceId = "01930c2e-7a54-7c3b-9d0a-3f5b8e2c1d48";
const { state } = await uploadFile(client, { workspaceId, file: new Blob(["Ahoy"]), name: "ahoy.txt" });
const sent = await client.messages.sendMessage({
  roomId: "01930c2e-7a54-7c3b-9d0a-3f5b8e2c1d47",
  body: "Ahoy from Node",
});
process.stdout.write(`${state}: ${sent.body}`);
