import { expect, test } from "bun:test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { success } from "./answers.ts";

test("a program on Node signs in, sends a file and posts a message", async () => {
  using server = Bun.serve({
    port: 0,
    routes: {
      "/api/v1/auth/login": { POST: () => success({ accessToken: "token", expiresInSeconds: 900 }) },
      "/api/v1/workspaces/:workspaceId/files": {
        POST: async (request) => success({ ...(await request.json()), state: "uploading", receivedBytes: 0 }),
      },
      "/api/v1/files/:fileId/content": {
        PUT: async (request) => {
          expect(request.headers.get("content-type")).toBe("application/octet-stream");
          return success({ state: (await request.text()) === "Ahoy" ? "ready" : "failed" });
        },
      },
      "/api/v1/rooms/:roomId/messages": {
        POST: async (request) => {
          expect(request.headers.get("authorization")).toBe("Bearer token");
          return success(await request.json(), { status: 201 });
        },
      },
    },
  });
  const folder = await mkdtemp(join(tmpdir(), "althing-sdk-"));
  try {
    const built = await Bun.build({
      entrypoints: [join(import.meta.dir, "node-program.ts")],
      target: "node",
      outdir: folder,
    });
    expect(built.logs).toEqual([]);
    const program = Bun.spawn(["node", join(folder, "node-program.js"), server.url.origin], { stderr: "inherit" });
    expect(await new Response(program.stdout).text()).toBe("ready: Ahoy from Node");
    expect(await program.exited).toBe(0);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 30_000);
