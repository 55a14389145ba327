// The commands that every room has: those that say something, those for the room, and those for oneself.
import type { Client } from "@althing/sdk";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../../connection/index.ts";
import { useConfirm } from "../../../../ui/confirm-dialog.tsx";
import { findEmoji } from "../../../../ui/emoji-picker/find-emoji.ts";
import { useDirectMessage } from "../../../accounts/index.ts";
import { asCodeBlock } from "../editing/blocks.ts";
import { readDuration, readHandles, readStatus } from "./read-slash.ts";
import { type SlashCommand, UsageError, useSlashCommands } from "./slash-command.ts";

type Translate = ReturnType<typeof useTranslations<"messages.composer.slash">>;

export function useBuiltInCommands(): void {
  const t = useTranslations("messages.composer.slash");
  const client = useClient();
  const workspace = useWorkspace();
  const confirm = useConfirm();
  const openDirect = useDirectMessage();
  useSlashCommands(
    useMemo(() => {
      const findPeople = (argument: string): string[] => {
        const handles = new Set(readHandles(required(t, argument, t("invite.hint"))));
        const found = Object.values(workspace.state.profiles).filter(({ handle }) => handles.has(handle));
        if (found.length === 0) throw new UsageError(t("nobody"));
        return found.map(({ id }) => id);
      };
      const isSure = (name: "leave" | "archive") =>
        confirm({ title: t(`${name}.sure`), action: t(`${name}.title`), danger: name === "archive" });
      return [
        ...sayings(t),
        ...forRoom(t, client, findPeople, isSure),
        ...forOneself(t, client),
        {
          name: "dm",
          title: t("dm.title"),
          hint: t("dm.hint"),
          run: async (argument) => {
            const [accountId] = findPeople(argument);
            if (accountId) await openDirect(accountId);
          },
        } satisfies SlashCommand,
      ];
    }, [t, client, workspace, confirm, openDirect]),
  );
}

/** What follows a command that means nothing without it. */
function required(t: Translate, argument: string, hint: string): string {
  if (argument === "") throw new UsageError(t("needs", { hint }));
  return argument;
}

const sayings = (t: Translate): SlashCommand[] => [
  {
    name: "shrug",
    title: t("shrug.title"),
    hint: t("textHint"),
    run: (argument) => ({ body: `${argument} ¯\\\\\\_(ツ)\\_/¯`.trim() }),
  },
  {
    name: "me",
    title: t("me.title"),
    hint: t("textHint"),
    run: (argument) => ({ body: `*${required(t, argument, t("textHint"))}*` }),
  },
  {
    name: "code",
    title: t("code.title"),
    hint: t("textHint"),
    run: (argument) => ({ body: asCodeBlock(required(t, argument, t("textHint"))) }),
  },
  {
    name: "silent",
    title: t("silent.title"),
    hint: t("textHint"),
    run: (argument) => ({ body: required(t, argument, t("textHint")), silent: true }),
  },
];

const forRoom = (
  t: Translate,
  { rooms }: Client,
  findPeople: (argument: string) => string[],
  isSure: (name: "leave" | "archive") => Promise<boolean>,
): SlashCommand[] => [
  {
    name: "topic",
    title: t("topic.title"),
    hint: t("textHint"),
    run: async (topic, { roomId }) => void (await rooms.updateRoom({ roomId, topic })),
  },
  {
    name: "invite",
    title: t("invite.title"),
    hint: t("invite.hint"),
    run: async (argument, { roomId }) =>
      void (await rooms.addRoomMembers({ roomId, accountIds: findPeople(argument) })),
  },
  {
    name: "mute",
    title: t("mute.title"),
    run: async (_argument, { roomId }) => void (await rooms.placeRoom({ roomId, muted: true })),
  },
  {
    name: "unmute",
    title: t("unmute.title"),
    run: async (_argument, { roomId }) => void (await rooms.placeRoom({ roomId, muted: false })),
  },
  {
    name: "leave",
    title: t("leave.title"),
    run: async (_argument, { roomId }) => void ((await isSure("leave")) && (await rooms.leaveRoom({ roomId }))),
  },
  {
    name: "archive",
    title: t("archive.title"),
    run: async (_argument, { roomId }) => void ((await isSure("archive")) && (await rooms.archiveRoom({ roomId }))),
  },
];

const forOneself = (t: Translate, { accounts }: Client): SlashCommand[] => [
  {
    name: "status",
    title: t("status.title"),
    hint: t("status.hint"),
    run: async (argument) => {
      const { emoji, text } = readStatus(argument);
      await accounts.setStatus({ emoji: emoji && (await toUnicode(emoji)), text });
    },
  },
  {
    name: "dnd",
    title: t("dnd.title"),
    hint: t("dnd.hint"),
    run: async (argument) => {
      const durationMs = readDuration(argument);
      if (argument !== "" && argument !== "off" && durationMs === undefined)
        throw new UsageError(t("needs", { hint: t("dnd.hint") }));
      const until = durationMs === undefined ? null : new Date(Date.now() + durationMs).toISOString();
      await accounts.setBusy({ busy: argument !== "off", until });
    },
  },
];

async function toUnicode(emoji: string): Promise<string> {
  if (!emoji.startsWith(":")) return emoji;
  const [found] = await findEmoji(emoji.slice(1, -1), 1, { language: "en" });
  return found?.text ?? emoji;
}
