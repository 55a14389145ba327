import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../../connection/index.ts";
import { useDescribeProblem } from "../../../ui/problem.ts";
import { shelvesOf, useShelfState } from "../../files/index.ts";
import { draftKey } from "./drafts/drafts.ts";
import type { Write } from "./drafts/use-draft.ts";
import { charactersLeft } from "./length.ts";
import { readSlash, withoutEscape } from "./slash/read-slash.ts";
import { allSlashCommands, type Place, type Saying, UsageError } from "./slash/slash-command.ts";

type How = { silent?: boolean; alsoInRoom?: boolean };

type Sending = {
  send: (how?: How) => Promise<void>;
  /** Why nothing was sent. */
  refusal: string | undefined;
  dismiss: () => void;
};

/** Sends what is written, or carries out the command that it is. What cannot be sent stays where it is. */
export function useSending(place: Place, text: string, onText: Write): Sending {
  const t = useTranslations("messages.composer");
  const describeProblem = useDescribeProblem();
  const workspace = useWorkspace();
  const key = draftKey(place.roomId, place.parentId);
  const shelf = useShelfState(key);
  const [refusal, setRefusal] = useState<{ of: string; reason: string }>();
  const state = `${key} ${shelf} ${text}`;
  const refuse = (reason: string) => setRefusal({ of: state, reason });

  // Asked twice while it is carried out, it is one command.
  const running = useRef<string>(undefined);

  const say = ({ body, silent }: Saying, how: How) => {
    const shelves = shelvesOf(workspace);
    const attachments = shelves.read(key).flatMap(({ attachment }) => attachment ?? []);
    workspace.send({
      roomId: place.roomId,
      body,
      ...(attachments.length > 0 && { attachments }),
      ...(place.parentId && { parentId: place.parentId, alsoInRoom: how.alsoInRoom ?? false }),
      ...((silent || how.silent) && { silent: true }),
    });
    onText((now) => (now === text ? "" : now));
    if (attachments.length > 0) shelves.write(key, []);
  };
  const carryOut = async (name: string, argument: string, how: How) => {
    const command = allSlashCommands().find((one) => one.name === name);
    if (!command) return refuse(t("slash.unknown", { name }));
    if (running.current === `${key} ${text}`) return;
    running.current = `${key} ${text}`;
    try {
      const saying = await command.run(argument, place);
      if (saying) say(saying, how);
      // What was written meanwhile stays.
      else onText((now) => (now === text ? "" : now));
    } catch (problem) {
      const { title, message } = describeProblem(problem);
      refuse(problem instanceof UsageError ? problem.message : [title, message].filter(Boolean).join(". "));
    } finally {
      running.current = undefined;
    }
  };
  const send = async (how: How = {}) => {
    const slash = readSlash(text);
    if (shelf === "empty" && text.trim() === "") return;
    if (shelf === "unfinished") return refuse(t("unfinished"));
    if (slash) return carryOut(slash.name, slash.argument, how);
    const left = charactersLeft(text);
    if (left !== undefined && left < 0) return refuse(t("length.tooLong", { count: -left }));
    say({ body: withoutEscape(text.trimEnd().replace(/^(?:[ \t]*\n)+/, "")) }, how);
  };
  return { send, refusal: refusal?.of === state ? refusal.reason : undefined, dismiss: () => setRefusal(undefined) };
}
