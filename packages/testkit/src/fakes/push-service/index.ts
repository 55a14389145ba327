/** A push service with one browser behind it, as RFC 8030, 8188, 8291 and 8292 describe them, on a real socket. */
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from "node:crypto";
import type { notifications } from "@althing/contract";
import { listen } from "../listen.ts";

export type Received = {
  readonly headers: Headers;
  readonly payload: notifications.PushPayload;
  /** What the signed token says, after its signature was checked with the key that came with it. */
  readonly vapid: { readonly claims: { aud: string; exp: number; sub: string }; readonly publicKey: string };
};

export type PushService = {
  readonly subscription: { endpoint: string; keys: { p256dh: string; auth: string } };
  readonly origin: string;
  readonly received: Received[];
  /** What it answers from now on; 201 until told. */
  answer: number;
  readonly askedCount: number;
  /** Resolves with the next payload that comes. */
  nextPayload(): Promise<notifications.PushPayload>;
  stop(): Promise<void>;
};

export async function startPushService(): Promise<PushService> {
  const browser = createECDH("prime256v1");
  const p256dh = browser.generateKeys();
  const auth = randomBytes(16);
  const received: Received[] = [];
  const waiting: ((payload: notifications.PushPayload) => void)[] = [];
  const state = { answer: 201, askedCount: 0 };
  const server = await listen(async (request) => {
    state.askedCount++;
    if (state.answer >= 300) return new Response(null, { status: state.answer });
    const { headers } = request;
    const text = decrypt(Buffer.from(await request.arrayBuffer()), { browser, p256dh, auth });
    const payload = JSON.parse(text) as notifications.PushPayload;
    received.push({ headers, payload, vapid: readVapid(headers.get("authorization") ?? "") });
    for (const tell of waiting.splice(0)) tell(payload);
    return new Response(null, { status: state.answer });
  });
  const origin = server.url;
  return {
    origin,
    received,
    subscription: {
      endpoint: `${origin}/send/${crypto.randomUUID()}`,
      keys: { p256dh: p256dh.toString("base64url"), auth: auth.toString("base64url") },
    },
    get answer() {
      return state.answer;
    },
    set answer(answer: number) {
      state.answer = answer;
    },
    get askedCount() {
      return state.askedCount;
    },
    nextPayload: () => new Promise((resolve) => waiting.push(resolve)),
    stop: () => server.stop(),
  };
}

type Keys = { browser: ReturnType<typeof createECDH>; p256dh: Buffer; auth: Buffer };

function decrypt(message: Buffer, { browser, p256dh, auth }: Keys): string {
  const salt = message.subarray(0, 16);
  const senderKey = message.subarray(21, 21 + message.readUInt8(20));
  const sealed = message.subarray(21 + senderKey.length);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), p256dh, senderKey]);
  const secret = Buffer.from(hkdfSync("sha256", browser.computeSecret(senderKey), auth, info, 32));
  const derive = (name: string, length: number) =>
    Buffer.from(hkdfSync("sha256", secret, salt, `Content-Encoding: ${name}\0`, length));
  const decipher = createDecipheriv("aes-128-gcm", derive("aes128gcm", 16), derive("nonce", 12));
  decipher.setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  // The last record ends with a two, and nothing but padding after it.
  return plain.subarray(0, plain.lastIndexOf(2)).toString();
}

function readVapid(authorization: string): Received["vapid"] {
  const [, token = "", publicKey = ""] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(authorization) ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(publicKey, "base64url");
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString("base64url"));
  const key = createPublicKey({ format: "jwk", key: { kty: "EC", crv: "P-256", x, y } });
  const isGood = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key, dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  if (!isGood) throw new Error("The token was not signed by the key that came with it");
  return { claims: JSON.parse(Buffer.from(claims, "base64url").toString()), publicKey };
}
