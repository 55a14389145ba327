import { Smile } from "lucide-react";
import { useState } from "react";
import { Avatar } from "../avatar.tsx";
import { Divider } from "../divider.tsx";
import { Emoji } from "../emoji-picker/emoji.tsx";
import { EmojiPicker } from "../emoji-picker/emoji-picker.tsx";
import { IconButton } from "../icon-button.tsx";
import { Popover } from "../popover.tsx";
import { RelativeTime } from "../relative-time.tsx";
import { Timestamp } from "../timestamp.tsx";
import { messageHtml } from "./message-html.ts";
import { Chapter, Specimen } from "./specimen.tsx";

const custom = [{ name: "althing", url: "/icon.svg" }];
const openedAt = Date.now();
const ages = [0, 5, 180, 3_000].map((minutes) => openedAt - minutes * 60_000);

export function Talk() {
  const [picked, setPicked] = useState("🎉");
  const [isOpen, setOpen] = useState(false);
  return (
    <Chapter id="talk" title="Talk" lead="What the server renders of a message, and what stands around it.">
      <Specimen name="prose-message" wide className="flex-nowrap items-start">
        <Avatar name="Ben Okafor" size={36} />
        <div className="min-w-0 max-w-2xl flex-1">
          <p className="flex items-baseline gap-2">
            <span className="font-semibold">Ben Okafor</span>{" "}
            <Timestamp at={openedAt} className="text-ink-faint text-xs" />
          </p>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a fixture of ours, not what somebody wrote */}
          <div className="prose-message" dangerouslySetInnerHTML={{ __html: messageHtml }} />
        </div>
      </Specimen>
      <Specimen name="A mention of you, and only emoji" className="flex-col items-stretch">
        <div className="rounded-md border-mention-ink border-s-2 bg-mention px-3 py-2">
          <div className="prose-message">
            <p>
              <span className="mention mention-mine">@Ana Jónsdóttir</span> will you speak first?
            </p>
          </div>
        </div>
        <div className="prose-message only-emoji">
          <p>🌋🧊🌿</p>
        </div>
      </Specimen>
      <Specimen name="Divider" className="flex-col items-stretch gap-4">
        <Divider label={<Timestamp at={openedAt} format="day" />} />
        <Divider tone="new" label="New messages" />
        <Divider />
      </Specimen>
      <Specimen name="RelativeTime and Timestamp" className="gap-x-5 text-ink-muted text-sm">
        {ages.map((at) => (
          <RelativeTime key={at} at={at} />
        ))}
        <Timestamp at={openedAt} />
        <Timestamp at={openedAt} format="date" />
        <Timestamp at={openedAt} format="full" />
      </Specimen>
      <Specimen name="EmojiPicker and Emoji">
        <Popover
          label="Emoji"
          className="p-0"
          open={isOpen}
          onOpenChange={setOpen}
          trigger={<IconButton label="Add a reaction" icon={<Smile />} variant="secondary" />}
        >
          <EmojiPicker
            custom={custom}
            onPick={(text) => {
              setPicked(text);
              setOpen(false);
            }}
          />
        </Popover>
        <Emoji text={picked} url={custom.find(({ name }) => picked === `:${name}:`)?.url} className="text-2xl" />
        <Emoji text=":althing:" url="/icon.svg" className="text-2xl" />
      </Specimen>
    </Chapter>
  );
}
