import { Archive, Hash, Lock, MessagesSquare, WifiOff } from "lucide-react";
import { Avatar } from "../avatar.tsx";
import { Badge } from "../badge.tsx";
import { Banner } from "../banner.tsx";
import { Button } from "../button.tsx";
import { Card } from "../card.tsx";
import { ChoiceCard } from "../choice-card.tsx";
import { EmptyState } from "../empty-state.tsx";
import { ErrorState } from "../error-state.tsx";
import { ListRow } from "../list-row.tsx";
import { PresenceDot } from "../presence-dot.tsx";
import { Progress } from "../progress.tsx";
import { Skeleton } from "../skeleton.tsx";
import { Spinner } from "../spinner.tsx";
import { Table } from "../table.tsx";
import { Tag } from "../tag.tsx";
import { people } from "./people.tsx";
import { Chapter, Specimen } from "./specimen.tsx";

const refusal = {
  code: "design.example",
  title: "The room is full",
  message: "Ask an owner to make space, then try again.",
};

export function States() {
  return (
    <Chapter
      id="states"
      title="Lists and states"
      lead="Empty places teach, failures say what to do, and what loads has its final size already."
    >
      <Specimen name="ListRow">
        <div className="w-full rounded-lg bg-sunken p-2 [--ground:var(--color-sunken)]">
          <ListRow leading={<Hash />} selected>
            general
          </ListRow>
          <ListRow leading={<Hash />} strong trailing={<Badge count={3} tone="mention" label="3 mentions" />}>
            design
          </ListRow>
          <ListRow leading={<Lock />} strong trailing={<Badge count={12} label="12 unread" />}>
            council
          </ListRow>
          <ListRow leading={<Avatar name="Ben Okafor" size={20} badge={<PresenceDot state="away" size={8} />} />}>
            Ben Okafor
          </ListRow>
          <ListRow leading={<Hash />} faint>
            muted, and with a name so long that it has to be cut off somewhere near its end
          </ListRow>
        </div>
      </Specimen>
      <Specimen name="Skeleton, Spinner, Progress" className="flex-col items-stretch gap-5">
        <div className="flex gap-3">
          <Skeleton className="size-9 rounded-md" />
          <div className="flex-1 space-y-2 pt-1">
            <Skeleton className="h-3 w-32" />
            <Skeleton className="h-3 w-full" />
            <Skeleton className="h-3 w-2/3" />
          </div>
        </div>
        <Progress label="Importing the history" value={0.62} />
        <Progress label="Preparing" value={null} />
        <p className="flex items-center gap-2 text-ink-muted text-sm">
          <Spinner /> Connecting
        </p>
      </Specimen>
      <Specimen name="Banner" wide className="flex-col items-stretch">
        <Banner tone="warning" icon={<WifiOff />} actions={<Button size="small">Try now</Button>}>
          You are offline. What you write is sent when the line is back.
        </Banner>
        <Banner icon={<Archive />}>This room is archived: it can be read, not written to.</Banner>
        <Banner tone="danger">Your session ended. Sign in again to go on.</Banner>
      </Specimen>
      <Specimen name="EmptyState">
        <EmptyState
          icon={<MessagesSquare />}
          title="Be the first to say hello"
          actions={
            <>
              <Button variant="primary">Invite people</Button>
              <Button>Read the guidelines</Button>
            </>
          }
        >
          Everyone who joins this room later can read what was said before.
        </EmptyState>
      </Specimen>
      <Specimen name="ErrorState">
        <ErrorState error={refusal} onRetry={() => undefined} className="w-full" />
      </Specimen>
      <Specimen name="Table" wide>
        <Table
          label="Members"
          className="w-full"
          rows={people}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              header: "Name",
              cell: ({ name }) => (
                <span className="flex items-center gap-2.5 font-medium">
                  <Avatar name={name} size={24} />
                  {name}
                </span>
              ),
            },
            { key: "title", header: "Title", cell: ({ title }) => title, className: "text-ink-muted" },
            {
              key: "state",
              header: "State",
              cell: ({ state }) => <Tag tone={state === "online" ? "success" : "neutral"}>{state}</Tag>,
            },
            { key: "messages", header: "Messages", align: "end", cell: ({ name }) => name.length * 137 },
          ]}
        />
      </Specimen>
      <Specimen name="Card" wide>
        <Card
          className="w-full"
          title="Guidelines"
          description="What everyone sees before they join."
          actions={<Button size="small">Edit</Button>}
        >
          <p className="text-ink-muted">
            Speak for yourself, listen to the end, and leave the place as you would find it.
          </p>
        </Card>
      </Specimen>
      <Specimen name="ChoiceCard" wide>
        <ChoiceCard
          icon={<Hash aria-hidden="true" />}
          title="Where newcomers begin"
          choose={{ label: "Change", run: () => undefined }}
          remove={{ label: "Nowhere", run: () => undefined }}
        >
          #harbour. Who joins is led there first.
        </ChoiceCard>
      </Specimen>
    </Chapter>
  );
}
