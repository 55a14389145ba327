/** How long the same provider takes to its first words when it is asked the same by nothing but `fetch`, in milliseconds. */
import type { HeardRequest } from "@althing/testkit";

export async function measureFirstToken(url: string, { path, body }: HeardRequest, count: number): Promise<number[]> {
  const address = new URL(path, url);
  const request = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const times: number[] = [];
  while (times.length < count) {
    const startedAt = performance.now();
    const response = await fetch(address, request);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const decoder = new TextDecoder();
    for (let heard = ""; !heard.includes('"content":"'); ) {
      const { done, value } = await reader.read();
      if (done) throw new Error("The provider said nothing");
      heard += decoder.decode(value, { stream: true });
    }
    times.push(performance.now() - startedAt);
    await reader.cancel();
  }
  return times;
}
