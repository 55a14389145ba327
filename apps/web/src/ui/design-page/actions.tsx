import { Archive, Bell, Copy, Ellipsis, Hash, Link, Pencil, Pin, Plus, Reply, Send, Star, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "../button.tsx";
import { ContextMenu } from "../context-menu.tsx";
import { CopyField } from "../copy-field.tsx";
import { IconButton } from "../icon-button.tsx";
import { Kbd } from "../kbd.tsx";
import { Menu } from "../menu.tsx";
import { MenuCheckbox, MenuGroup, MenuItem, MenuRadios, MenuSeparator, Submenu } from "../menu-items.tsx";
import { SegmentedControl } from "../segmented-control.tsx";
import { StepArrows } from "../step-arrows.tsx";
import { TextLink } from "../text-link.tsx";
import { Chapter, Specimen } from "./specimen.tsx";

const variants = ["primary", "secondary", "ghost", "danger"] as const;
const levels = [
  { value: "all", label: "Every message" },
  { value: "mentions", label: "Mentions only" },
  { value: "none", label: "Nothing" },
] as const;

export function Actions() {
  const [isStarred, setStarred] = useState(true);
  const [at, setAt] = useState(1);
  const [view, setView] = useState<"list" | "board">("list");
  return (
    <Chapter
      id="actions"
      title="Actions"
      lead="One main action in sight; the others wait quietly beside it, in a menu, or behind a key."
    >
      <Specimen name="Button">
        {variants.map((variant) => (
          <Button key={variant} variant={variant}>
            {variant === "danger" ? "Delete room" : "Create room"}
          </Button>
        ))}
      </Specimen>
      <Specimen name="Button, sizes and icons">
        <Button size="small" icon={<Plus />}>
          Small
        </Button>
        <Button variant="primary" icon={<Send />}>
          Send
        </Button>
        <Button size="large" variant="primary">
          Create workspace
        </Button>
      </Specimen>
      <Specimen name="Button, loading and disabled">
        <Button variant="primary" loading>
          Saving
        </Button>
        <Button loading>Saving</Button>
        <Button variant="primary" disabled>
          Save
        </Button>
        <Button disabled>Cancel</Button>
        <Button render={<a href="#actions" />}>A link</Button>
      </Specimen>
      <Specimen name="IconButton" className="gap-1">
        <IconButton label="Reply in thread" icon={<Reply />} shortcut="t" />
        <IconButton label="Star this room" icon={<Star />} pressed={isStarred} onClick={() => setStarred(!isStarred)} />
        <IconButton label="Mute" icon={<Bell />} variant="secondary" />
        <IconButton label="Delete" icon={<Trash2 />} variant="danger" />
        <IconButton label="Pin" icon={<Pin />} size="small" />
        <IconButton label="Edit" icon={<Pencil />} disabled />
      </Specimen>
      <Specimen name="StepArrows">
        <StepArrows
          label="Answers"
          previous="Previous answer"
          next="Next answer"
          position={`${at + 1} of 3`}
          at={at}
          count={3}
          onGo={setAt}
        />
      </Specimen>
      <Specimen name="Menu">
        <Menu trigger={<Button icon={<Ellipsis />}>Message</Button>}>
          <MessageActions />
        </Menu>
        <Menu trigger={<IconButton label="More" icon={<Ellipsis />} />}>
          <MessageActions />
        </Menu>
      </Specimen>
      <Specimen name="ContextMenu">
        <ContextMenu items={<MessageActions />}>
          <div className="grid h-16 w-full place-items-center rounded-lg border border-line-strong border-dashed text-ink-muted text-sm">
            Press the right button here
          </div>
        </ContextMenu>
      </Specimen>
      <Specimen name="SegmentedControl">
        <SegmentedControl
          label="View"
          value={view}
          onValueChange={setView}
          options={[
            { value: "list", label: "List" },
            { value: "board", label: "Board" },
          ]}
        />
      </Specimen>
      <Specimen name="TextLink and Kbd">
        <p>
          Read the <TextLink href="#actions">guidelines</TextLink>, or press <Kbd keys="mod+k" /> and <Kbd keys="g i" />
          .
        </p>
      </Specimen>
      <Specimen name="CopyField">
        <CopyField className="w-full" label="Invitation" value="https://althing.example/join/7Jd2kQ" />
      </Specimen>
    </Chapter>
  );
}

function MessageActions() {
  const [isFollowed, setFollowed] = useState(true);
  const [level, setLevel] = useState<(typeof levels)[number]["value"]>("mentions");
  return (
    <>
      <MenuItem icon={<Reply />} shortcut="t">
        Reply in thread
      </MenuItem>
      <MenuItem icon={<Link />} shortcut="mod+shift+c">
        Copy link
      </MenuItem>
      <MenuItem icon={<Copy />} disabled>
        Copy text
      </MenuItem>
      <Submenu label="Move to" icon={<Archive />}>
        <MenuItem icon={<Hash />}>design</MenuItem>
        <MenuItem icon={<Hash />}>general</MenuItem>
      </Submenu>
      <MenuSeparator />
      <MenuGroup label="This thread">
        <MenuCheckbox checked={isFollowed} onCheckedChange={setFollowed} icon={<Bell />}>
          Follow
        </MenuCheckbox>
      </MenuGroup>
      <MenuRadios label="Notify me of" options={levels} value={level} onValueChange={setLevel} />
      <MenuSeparator />
      <MenuItem icon={<Trash2 />} danger shortcut="backspace">
        Delete message
      </MenuItem>
    </>
  );
}
