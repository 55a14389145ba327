// The same room as in send-message, but its people post over HTTP.

import { requestText } from "../load/lean-http.ts";
import { closedLoop } from "../load/loops.ts";
import type { Scenario } from "../result.ts";
import { audit } from "../stage/audit.ts";
import { Chatter, words } from "../stage/chatter.ts";
import { spreadOf } from "../statistics.ts";

const listeners = 50;
const senders = 16;
/** As many as the messages that are in flight in send-message. */
const clients = 256;

export const postMessage: Scenario = {
  name: "post-message",
  goals: { "post-message": { atLeast: 6_000 } },
  async run(stage, { rounds, seconds }) {
    const roomId = await stage.room("Post", listeners);
    const chatter = await Chatter.gather(stage, { roomId, listeners, senders, inFlight: 0 });
    const tokens = await stage.tokens(senders);
    let posted = 0;
    const request = () => {
      const body = JSON.stringify({ id: Bun.randomUUIDv7(), body: words });
      return requestText("POST", `/api/v1/rooms/${roomId}/messages`, tokens[posted++ % senders] ?? "", body);
    };
    const post = (forSeconds: number) => closedLoop({ url: stage.url, clients, seconds: forSeconds, request });
    await post(seconds);
    const { rates, cost } = await stage.costOf(async () => {
      const before = posted;
      const ours: number[] = [];
      while (ours.length < rounds) ours.push(await post(seconds));
      return { rates: ours, count: posted - before };
    });
    await stage.heard(chatter.followers, roomId);
    chatter.requireGood();
    for (const follower of chatter.followers) follower.close();
    await audit(stage, roomId, posted);
    return [
      {
        name: "post-message",
        unit: "messages/s",
        ours: spreadOf(rates),
        note: `over HTTP with ${clients} connections, heard by ${listeners} over sockets; ${cost}`,
      },
    ];
  },
};
