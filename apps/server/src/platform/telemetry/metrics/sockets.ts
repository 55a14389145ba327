import { counts } from "./buckets.ts";
import type { Metrics } from "./registry.ts";

export type SocketMetrics = ReturnType<typeof createSocketMetrics>;

export function createSocketMetrics(metrics: Metrics) {
  const open = metrics.gauge({ name: "althing_sockets_open", help: "Sockets that are open." });
  const closed = metrics.counter({
    name: "althing_sockets_closed_total",
    help: "Sockets closed, by reason.",
    labels: ["reason"],
  });
  const frames = metrics.counter({
    name: "althing_socket_frames_total",
    help: "Frames received and sent.",
    labels: ["direction"],
  });
  const followers = metrics.histogram({
    name: "althing_room_followers",
    help: "Sockets that a published batch of events went to.",
    buckets: counts,
  });

  return {
    opened: () => open.add({}, 1),
    closed(reason: string) {
      open.add({}, -1);
      closed.add({ reason });
    },
    received: (count = 1) => frames.add({ direction: "in" }, count),
    sent: (count = 1) => frames.add({ direction: "out" }, count),
    published: (followerCount: number) => followers.observe({}, followerCount),
  };
}
