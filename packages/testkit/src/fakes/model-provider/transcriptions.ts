// Recordings as words, in OpenAI's form: a form with the recording and the model's name goes in, JSON comes out.
import type { IncomingMessage } from "node:http";

export type HeardRecording = {
  readonly modelId: string;
  readonly key: string | null;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
};

export type Listener = (recording: HeardRecording) => Response | Promise<Response>;

/** What was said, and how long it took to say it. */
export const speech = (text: string, seconds?: number): Response =>
  Response.json({ text, ...(seconds !== undefined && { usage: { type: "duration", seconds } }) });

export async function readRecording(incoming: IncomingMessage, key: string | null): Promise<HeardRecording> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const contentType = incoming.headers["content-type"] ?? "";
  const form = await new Response(Buffer.concat(chunks), { headers: { "content-type": contentType } }).formData();
  const file = form.get("file");
  if (!(file instanceof Blob)) throw new Error("There is no recording");
  return {
    modelId: String(form.get("model")),
    key,
    fileName: (file as File).name,
    mediaType: file.type,
    bytes: new Uint8Array(await file.arrayBuffer()),
  };
}
