// A plain HTTP service with an OpenAPI document: berths of a harbour.

export type HeardCall = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type FakeHttpService = {
  readonly url: string;
  readonly document: Record<string, unknown>;
  readonly calls: readonly HeardCall[];
  /** Answers everything with this from now on; undefined answers as it should. */
  answerWith(response: (() => Response) | undefined): void;
  stop(): Promise<void>;
};

export async function startHttpService(): Promise<FakeHttpService> {
  const calls: HeardCall[] = [];
  let special: (() => Response) | undefined;
  const server = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    async fetch(request) {
      const { pathname, search } = new URL(request.url);
      const headers = Object.fromEntries(request.headers);
      calls.push({ method: request.method, path: pathname + search, headers, body: await request.text() });
      if (special) return special();
      if (request.method === "POST") return Response.json({ booked: true }, { status: 201 });
      return Response.json({ berth: pathname.split("/").at(-1), free: true });
    },
  });
  const url = server.url.href.replace(/\/$/, "");
  return {
    url,
    document: { ...openApi, servers: [{ url }] },
    calls,
    answerWith(response) {
      special = response;
    },
    stop: () => server.stop(true),
  };
}

const openApi = {
  openapi: "3.1.0",
  info: { title: "Berths", version: "1" },
  paths: {
    "/berths/{berth}": {
      parameters: [{ $ref: "#/components/parameters/berth" }],
      get: {
        operationId: "getBerth",
        summary: "Whether a berth is free",
        parameters: [{ name: "on", in: "query", schema: { type: "string" } }],
      },
      post: {
        operationId: "bookBerth",
        summary: "Book a berth",
        requestBody: {
          required: true,
          content: { "application/json": { schema: { $ref: "#/components/schemas/Booking" } } },
        },
      },
    },
  },
  components: {
    parameters: { berth: { name: "berth", in: "path", required: true, schema: { type: "string" } } },
    schemas: {
      Booking: {
        type: "object",
        required: ["ship"],
        properties: { ship: { type: "string" }, nights: { type: "integer", minimum: 1 } },
      },
    },
  },
};
