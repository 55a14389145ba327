import { Bot } from "lucide-react";
import { Avatar } from "../avatar.tsx";
import { AvatarStack } from "../avatar-stack.tsx";
import { Badge } from "../badge.tsx";
import { Button } from "../button.tsx";
import { HoverCard } from "../hover-card.tsx";
import { PresenceDot } from "../presence-dot.tsx";
import { Tag } from "../tag.tsx";
import { TextLink } from "../text-link.tsx";
import { Chapter, Specimen } from "./specimen.tsx";

export const people = [
  { id: "ana", name: "Ana Jónsdóttir", title: "Lawspeaker", state: "online" },
  { id: "ben", name: "Ben Okafor", title: "Keeper of the bus", state: "away" },
  { id: "cem", name: "Cem Yıldız", title: "Design", state: "busy" },
  { id: "eve", name: "Eve", title: "Guest of the east", state: "offline" },
  { id: "dai", name: "大輔 田中", title: "Kyoto", state: "online" },
  { id: "fay", name: "Fayza Al-Amin", title: "Support", state: "online" },
] as const;

const sizes = [16, 20, 24, 32, 36, 40, 48, 64, 96] as const;

export function People() {
  const [ana] = people;
  return (
    <Chapter
      id="people"
      title="People"
      lead="Faces are square with soft corners; presence has four shapes, since a colour alone does not tell everyone."
    >
      <Specimen name="Avatar" wide className="items-end">
        {sizes.map((size, index) => (
          <Avatar key={size} size={size} name={people[index % people.length]?.name ?? ""} />
        ))}
        <Avatar size={48} name="Party" emoji="🌋" color="#ffd166" />
        <Avatar size={48} name="Althing" src="/icon.svg" />
        <Avatar size={48} name="Ferry" sign={<Bot />} />
      </Specimen>
      <Specimen name="Avatar with PresenceDot" className="gap-5">
        {people.slice(0, 4).map(({ id, name, state }) => (
          <span key={id} className="flex items-center gap-2.5">
            <Avatar name={name} size={36} />
            <PresenceDot state={state} />
          </span>
        ))}
        {people.slice(0, 4).map(({ id, name, state }) => (
          <Avatar key={id} name={name} size={36} badge={<PresenceDot state={state} />} />
        ))}
      </Specimen>
      <Specimen name="AvatarStack">
        <AvatarStack people={people} />
        <AvatarStack people={people.slice(0, 3)} size={32} />
      </Specimen>
      <Specimen name="Badge and Tag">
        <Badge count={3} tone="mention" label="3 mentions" />
        <Badge count={12} label="12 unread" />
        <Badge count={4} tone="accent" label="4 new" />
        <Badge count={250} tone="mention" label="250 mentions" />
        <Badge tone="accent" label="unread" />
        <Tag>bot</Tag>
        <Tag tone="accent">owner</Tag>
        <Tag tone="success">active</Tag>
        <Tag tone="warning">invited</Tag>
        <Tag tone="danger">suspended</Tag>
      </Specimen>
      <Specimen name="HoverCard">
        <HoverCard trigger={<TextLink href="#people">{ana.name}</TextLink>}>
          <div className="flex items-center gap-3">
            <Avatar name={ana.name} size={48} badge={<PresenceDot state="online" size={14} />} />
            <div className="min-w-0">
              <p className="truncate font-semibold">{ana.name}</p>
              <p className="truncate text-ink-muted text-sm">{ana.title}</p>
            </div>
          </div>
          <Button className="mt-3 w-full">Message</Button>
        </HoverCard>
      </Specimen>
    </Chapter>
  );
}
