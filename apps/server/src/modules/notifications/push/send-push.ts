/** The one place from which something goes to a push service: encrypted for one browser, signed by this installation. */
import type { notifications } from "@althing/contract";
import type { Platform } from "../../../kernel/platform.ts";
import { EgressRefused } from "../../../platform/egress/index.ts";
import { JobFailed } from "../../../platform/jobs/index.ts";
import type { SubscriptionRow } from "../tables.ts";
import { readVapidDetails } from "./vapid.ts";

type Push = {
  payload: notifications.PushPayload;
  /** What waits at the push service under the same topic is replaced. */
  topic?: string;
  urgency: "low" | "high";
};

/** In seconds: what is older than a day is no news. */
const timeToLive = 24 * 60 * 60;
const policy = { maxBytes: 16_384, timeoutMs: 15_000, maxRedirects: 0 };

/** `gone`: the browser takes nothing any more. Throws a permanent `JobFailed` where another try would be in vain. */
export async function sendPush(
  platform: Platform,
  { endpoint, p256dh, auth }: SubscriptionRow,
  { payload, topic, urgency }: Push,
): Promise<"sent" | "gone"> {
  // Loaded with the first push: every start would pay for it.
  const { default: webPush } = await import("web-push");
  const { headers, body } = webPush.generateRequestDetails(
    { endpoint, keys: { p256dh, auth } },
    JSON.stringify(payload),
    { vapidDetails: await readVapidDetails(platform), TTL: timeToLive, urgency, ...(topic && { topic }) },
  );
  const { status } = await post(platform, endpoint, {
    method: "POST",
    headers: textsOf(headers),
    body: new Uint8Array(body),
  });
  if (status >= 200 && status < 300) return "sent";
  if (status === 404 || status === 410) return "gone";
  const isFinal = status < 500 && status !== 429;
  throw new JobFailed(`The push service answered ${status}`, { permanent: isFinal });
}

async function post({ egress }: Platform, endpoint: string, init: RequestInit): Promise<Response> {
  try {
    const response = await egress.fetch(endpoint, init, policy);
    await response.body?.cancel();
    return response;
  } catch (error) {
    const permanent = error instanceof EgressRefused;
    throw new JobFailed("The push service could not be reached", { permanent, cause: error });
  }
}

const textsOf = (headers: object): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

/** A room at a push service, in at most 32 characters of base64url. */
export const topicOf = (roomId: string): string => Buffer.from(roomId.replaceAll("-", ""), "hex").toString("base64url");
