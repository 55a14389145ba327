/** A bare route that gives the same bytes. */
import { closedLoop } from "../load/loops.ts";
import { startBareServer } from "./start-bare-server.ts";

/** Answers a second of a route that gives `body`, to so many clients. */
export async function measureAnswers(options: {
  body: string;
  clients: number;
  seconds: number;
  rounds: number;
}): Promise<number[]> {
  const { body, clients, seconds } = options;
  const server = await startBareServer();
  await fetch(server.url, { method: "POST", body });
  const request = () => "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
  const load = { url: server.url, clients, request };
  await closedLoop({ ...load, seconds: seconds / 2 });
  const rates: number[] = [];
  while (rates.length < options.rounds) rates.push(await closedLoop({ ...load, seconds }));
  server.stop();
  return rates;
}
