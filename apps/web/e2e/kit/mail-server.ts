// A mail server in a few words of SMTP, which refuses all letters for as long as it is told to.
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

export type MailServer = { readonly url: string; refuses: boolean; close(): void };

export async function startMailServer(): Promise<MailServer> {
  const mail = { url: "", refuses: true, close: () => void server.close() };
  const server = createServer((socket) => converse(socket, mail)).listen(0, "127.0.0.1");
  await once(server, "listening");
  mail.url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return mail;
}

function converse(socket: Socket, mail: MailServer): void {
  let isInLetter = false;
  let rest = "";
  const say = (line: string) => socket.write(`${line}\r\n`);
  const hear = (line: string) => {
    if (isInLetter) {
      if (line !== ".") return;
      isInLetter = false;
      say("250 Taken");
    } else if (/^RCPT/i.test(line)) say(mail.refuses ? "550 There is nobody of this name" : "250 Good");
    else if (/^DATA/i.test(line)) {
      isInLetter = true;
      say("354 Go on");
    } else if (/^QUIT/i.test(line)) socket.end("221 Bye\r\n");
    else say("250 Good");
  };
  socket.on("error", () => undefined);
  socket.on("data", (data) => {
    const lines = (rest + data.toString()).split("\r\n");
    rest = lines.pop() ?? "";
    for (const line of lines) hear(line);
  });
  say("220 journeys");
}
