/**
 * The least that Bun can do, as a program of its own: `GET /` gives the text that was posted, and a socket's frame goes
 * to all sockets that the server has.
 */
const topic = "all";
let answer = "";

const server = Bun.serve({
  port: 0,
  hostname: "127.0.0.1",
  async fetch(request, bun) {
    if (bun.upgrade(request)) return undefined;
    if (request.method === "POST") answer = await request.text();
    return new Response(answer, { headers: { "content-type": "application/json" } });
  },
  websocket: {
    open: (socket) => void socket.subscribe(topic),
    message: (_, text) => void server.publish(topic, text),
  },
});

process.stdout.write(`${server.port}\n`);
