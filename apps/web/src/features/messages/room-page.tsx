import type { rooms } from "@althing/contract";
import { useParams, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { MissingPage, Page, rememberPlace } from "../../shell/index.ts";
import { isFinal } from "../../ui/problem.ts";
import { RoomActions, RoomBanner, RoomHeading, useRoomTitle, useVisitedRoom } from "../rooms/index.ts";
import { Composer } from "./composer/index.ts";
import { MessageList } from "./list/message-list.tsx";
import { Unopened, Waiting } from "./list/unopened.tsx";
import { PinsBar } from "./pins/pins-bar.tsx";
import { TypingLine } from "./reading/typing-line.tsx";
import { useArrival } from "./reading/use-arrival.ts";
import { useReceipts } from "./reading/use-receipts.ts";
import { RoomCommands } from "./room-commands.tsx";

/** A room: what is said in it, and where one says something. */
export function RoomPage() {
  const t = useTranslations("messages.room");
  const { roomId } = useParams({ from: "/w/$slug/r/$roomId" });
  const { room, problem, retry } = useVisitedRoom(roomId);
  if (room) return <Room room={room} />;
  if (problem === undefined) return <Page title={t("loading")}>{null}</Page>;
  if (isFinal(problem)) {
    return (
      <MissingPage>
        <Waiting roomId={roomId} />
      </MissingPage>
    );
  }
  return (
    <Page title={t("loading")}>
      <Unopened roomId={roomId} problem={problem} onRetry={retry} />
    </Page>
  );
}

/** The frame stays from room to room: what is of one alone bears its key. */
function Room({ room }: { room: rooms.MyRoom }) {
  const { slug } = useParams({ from: "/w/$slug/r/$roomId" });
  useReceipts(room);
  useEffect(() => rememberPlace(slug, room.id), [slug, room.id]);
  return (
    <Page title={useRoomTitle(room)} heading={<RoomHeading room={room} />} actions={<RoomActions room={room} />}>
      <RoomCommands room={room} />
      <PinsBar key={`pins ${room.id}`} roomId={room.id} />
      <Visit key={room.id} roomId={room.id} />
      <RoomBanner key={`banner ${room.id}`} room={room} />
      <Composer roomId={room.id} autoFocus />
      {room.joined && <TypingLine roomId={room.id} />}
    </Page>
  );
}

function Visit({ roomId }: { roomId: string }) {
  const { at } = useSearch({ from: "/w/$slug/r/$roomId" });
  const arrival = useArrival(roomId);
  return <MessageList key={at ?? ""} roomId={roomId} at={at} arrival={arrival} />;
}
