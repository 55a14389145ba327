/** One sender and a bare broadcaster of frames of the same length. */
import { LeanSocket } from "../load/lean-socket.ts";
import { startBareServer } from "./start-bare-server.ts";

/** Deliveries a second to `listeners` sockets of frames as long as `frame`. */
export async function measureBroadcast(options: {
  frame: string;
  listeners: number;
  inFlight: number;
  seconds: number;
  rounds: number;
}): Promise<number[]> {
  const { frame, listeners, inFlight, seconds } = options;
  const server = await startBareServer();
  let heard = 0;
  let sent = 0;
  let talking = false;
  const sockets: LeanSocket[] = [];
  const onFrame = () => {
    heard++;
    while (talking && (sent - inFlight) * listeners < heard) say();
  };
  const say = () => {
    sent++;
    sockets[0]?.send(frame);
  };
  while (sockets.length < listeners) sockets.push(await LeanSocket.connect({ url: server.url, onFrame }));
  const talk = async (forSeconds: number) => {
    const [before, startedAt] = [heard, performance.now()];
    talking = true;
    say();
    await Bun.sleep(forSeconds * 1_000);
    talking = false;
    while (heard < sent * listeners) await Bun.sleep(1);
    return (heard - before) / ((performance.now() - startedAt) / 1_000);
  };
  await talk(seconds / 2);
  const rates: number[] = [];
  while (rates.length < options.rounds) rates.push(await talk(seconds));
  for (const socket of sockets) socket.close();
  server.stop();
  return rates;
}
