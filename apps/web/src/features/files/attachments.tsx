import type { files } from "@althing/contract";
import { Suspense } from "react";
import { later } from "../../parts/index.ts";
import { roomFor } from "./room-for.ts";

const Shown = later(() => import("./shown/shown-attachments.tsx"), "ShownAttachments");

type Props = { messageId: string; attachments: readonly files.Attachment[]; tabIndex?: number };

/** What a message holds beside its text. The room for it is there before what draws it. */
export function Attachments(props: Props) {
  return (
    <Suspense fallback={<Room of={props.attachments} />}>
      <Shown {...props} />
    </Suspense>
  );
}

const Room = ({ of }: { of: Props["attachments"] }) => <div aria-busy="true" style={{ height: roomFor(of) }} />;
