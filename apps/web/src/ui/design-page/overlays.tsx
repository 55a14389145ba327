import { Info } from "lucide-react";
import { useState } from "react";
import { Button } from "../button.tsx";
import { useConfirm } from "../confirm-dialog.tsx";
import { Dialog, DialogClose } from "../dialog.tsx";
import { IconButton } from "../icon-button.tsx";
import { Popover } from "../popover.tsx";
import { Tabs } from "../tabs.tsx";
import { TextField } from "../text-field.tsx";
import { useToast } from "../toast.tsx";
import { Tooltip } from "../tooltip.tsx";
import { Chapter, Specimen } from "./specimen.tsx";

export function Overlays() {
  const confirm = useConfirm();
  const toast = useToast();
  const [tab, setTab] = useState<"members" | "pins" | "files">("members");
  const archive = async () => {
    const isSure = await confirm({
      title: "Archive #garden?",
      description: "It can be read and found, and no longer written to. You can take it back.",
      action: "Archive room",
      danger: true,
    });
    if (isSure)
      toast.show({
        title: "#garden is archived",
        action: { label: "Undo", onClick: () => toast.show({ title: "#garden is back", tone: "success" }) },
      });
  };
  return (
    <Chapter
      id="overlays"
      title="Above the page"
      lead="They grow out of what opened them, give the focus back when they go, and fill a phone."
    >
      <Specimen name="Dialog">
        <Dialog
          trigger={<Button variant="primary">Create a room</Button>}
          title="Create a room"
          description="A room is for one subject, or for one group of people."
          footer={
            <>
              <DialogClose render={<Button>Cancel</Button>} />
              <Button variant="primary">Create room</Button>
            </>
          }
        >
          <TextField label="Name" placeholder="garden" />
        </Dialog>
        <Button onClick={archive}>Confirm something</Button>
      </Specimen>
      <Specimen name="Toast">
        <Button onClick={() => toast.show({ title: "Link copied", tone: "success" })}>Success</Button>
        <Button
          onClick={() => toast.show({ title: "Message deleted", action: { label: "Undo", onClick: () => undefined } })}
        >
          Undo
        </Button>
        <Button
          onClick={() =>
            toast.showProblem({
              code: "x",
              title: "The message was not sent",
              message: "You may no longer write in this room.",
            })
          }
        >
          Problem
        </Button>
      </Specimen>
      <Specimen name="Popover and Tooltip">
        <Popover label="About this room" trigger={<Button icon={<Info />}>About</Button>}>
          <p className="w-56 text-sm">Opened a year ago by Ana, for everything that grows.</p>
        </Popover>
        <Tooltip label="Three people and a bot">
          <Button variant="ghost">4 members</Button>
        </Tooltip>
        <IconButton label="Search" icon={<Info />} shortcut="mod+k" tooltipSide="bottom" />
      </Specimen>
      <Specimen name="Tabs">
        <Tabs
          label="Room"
          className="w-full"
          value={tab}
          onValueChange={setTab}
          tabs={[
            { value: "members", label: "Members", content: <p className="text-ink-muted">Six people and a bot.</p> },
            { value: "pins", label: "Pins", content: <p className="text-ink-muted">Nothing is pinned yet.</p> },
            {
              value: "files",
              label: "Files",
              content: <p className="text-ink-muted">Files come with a later version.</p>,
            },
          ]}
        />
      </Specimen>
    </Chapter>
  );
}
