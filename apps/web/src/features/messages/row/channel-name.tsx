import { Link, useParams } from "@tanstack/react-router";
import { useReplica } from "../../../connection/index.ts";
import { useRowTabIndex } from "./active-row.ts";

/** A channel that a message names: leads there whoever has it in their sidebar, and is mere text for others. */
export function ChannelName({ name }: { name: string }) {
  const { slug } = useParams({ strict: false });
  const tabIndex = useRowTabIndex();
  const roomId = useReplica(({ rooms }) => {
    const wanted = name.toLowerCase();
    return Object.values(rooms).find((room) => room.kind === "channel" && room.joined && room.name === wanted)?.id;
  });
  if (!slug || !roomId) return `#${name}`;
  return (
    <Link to="/w/$slug/r/$roomId" params={{ slug, roomId }} tabIndex={tabIndex} className="mention">
      #{name}
    </Link>
  );
}
