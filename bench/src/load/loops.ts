// The two ways to put load on: as much as is answered, and a steady rate whatever is answered.
import { LeanHttp } from "./lean-http.ts";

export type HttpLoad = { url: string; clients: number; seconds: number; request(index: number): string };

/** Each client asks again once it is answered. Gives answers a second; throws when one is a failure. */
export async function closedLoop({ url, clients, seconds, request }: HttpLoad): Promise<number> {
  const connected = await Promise.all(Array.from({ length: clients }, () => LeanHttp.connect(url)));
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1_000;
  let asked = 0;
  await Promise.all(
    connected.map(async (client) => {
      while (performance.now() < endsAt) requireGood(await client.ask(request(asked++)));
    }),
  );
  const rate = asked / ((performance.now() - startedAt) / 1_000);
  for (const client of connected) client.close();
  return rate;
}

/** Starts work when it is due, and does not wait for it: a slow answer delays no other. */
export async function openLoop(
  { perSecond, seconds }: { perSecond: number; seconds: number },
  start: (index: number, dueAt: number) => void,
): Promise<void> {
  const beganAt = performance.now();
  for (let started = 0; started < perSecond * seconds; ) {
    const dueAt = beganAt + (started * 1_000) / perSecond;
    if (performance.now() >= dueAt) start(started++, dueAt);
    else await Bun.sleep(1);
  }
}

/** How long answers took, in milliseconds from when they were due, at a steady rate. */
export async function openHttpLoop({
  perSecond,
  ...load
}: Omit<HttpLoad, "clients"> & { perSecond: number }): Promise<number[]> {
  const idle: LeanHttp[] = [];
  const taken: number[] = [];
  const answers: Promise<void>[] = [];
  await openLoop({ perSecond, seconds: load.seconds }, (index, dueAt) => {
    const asking = async () => {
      const client = idle.pop() ?? (await LeanHttp.connect(load.url));
      requireGood(await client.ask(load.request(index)));
      taken.push(performance.now() - dueAt);
      idle.push(client);
    };
    answers.push(asking());
  });
  await Promise.all(answers);
  for (const client of idle) client.close();
  return taken;
}

function requireGood({ status, body }: { status: number; body: Buffer }): void {
  if (status >= 300) throw new Error(`The server answered ${status}: ${body.toString().slice(0, 500)}`);
}
