import type { files } from "@althing/contract";
import { lazy, Suspense } from "react";
import { roomFor } from "./room-for.ts";

const load = () => import("./shown/shown-attachments.tsx");
const Shown = lazy(async () => ({ default: (await load()).ShownAttachments }));
const Outgoing = lazy(async () => ({ default: (await load()).ShownOutgoing }));

type Props = { messageId: string; attachments: readonly files.Attachment[]; tabIndex?: number };

/** What a message holds beside its text. The room for it is there before what draws it. */
export function Attachments(props: Props) {
  return (
    <Suspense fallback={<Room of={props.attachments} />}>
      <Shown {...props} />
    </Suspense>
  );
}

/** The same for a message that is on its way. */
export function OutgoingAttachments({ ids }: { ids: readonly string[] }) {
  return (
    <Suspense>
      <Outgoing ids={ids} />
    </Suspense>
  );
}

const Room = ({ of }: { of: Props["attachments"] }) => <div aria-busy="true" style={{ height: roomFor(of) }} />;
