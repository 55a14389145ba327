import { Hash, Mail } from "lucide-react";
import { useState } from "react";
import { Avatar } from "../avatar.tsx";
import { Checkbox } from "../checkbox.tsx";
import { DollarField } from "../dollar-field.tsx";
import { type Choice, MultiSelect } from "../multi-select.tsx";
import { PasswordField } from "../password-field.tsx";
import { RadioGroup } from "../radio-group.tsx";
import { SearchField } from "../search-field.tsx";
import { Select } from "../select.tsx";
import { Switch } from "../switch.tsx";
import { TextArea } from "../text-area.tsx";
import { TextField } from "../text-field.tsx";
import { people } from "./people.tsx";
import { Chapter, Specimen } from "./specimen.tsx";

const choices: Choice[] = people.map(({ id, name, title }) => ({
  id,
  label: name,
  hint: title,
  leading: <Avatar name={name} size={20} />,
}));
const roles = [
  { value: "owner", label: "Owner", hint: "May do everything" },
  { value: "member", label: "Member", hint: "Reads and writes in rooms" },
  { value: "guest", label: "Guest", hint: "Sees the rooms they are invited to" },
] as const;
const doors = [
  { value: "open", label: "Open", hint: "Everyone of the workspace finds it and may join." },
  { value: "closed", label: "Closed", hint: "Only who is invited sees it." },
  { value: "secret", label: "Secret", hint: "Not on your plan.", disabled: true },
] as const;

export function Forms() {
  const [password, setPassword] = useState("basalt moss");
  const [query, setQuery] = useState("gla");
  const [role, setRole] = useState<(typeof roles)[number]["value"]>("member");
  const [door, setDoor] = useState<(typeof doors)[number]["value"]>("open");
  const [selected, setSelected] = useState(choices.slice(0, 2));
  return (
    <Chapter
      id="forms"
      title="Forms"
      lead="A label above, a hint below, and what is wrong at the place where it is wrong."
    >
      <Specimen name="TextField, DollarField" className="flex-col items-stretch gap-5">
        <TextField label="Name of the room" placeholder="garden" leading={<Hash />} hint="Lower case, no spaces." />
        <TextField
          label="Email"
          type="email"
          defaultValue="ana@example"
          leading={<Mail />}
          error="This is not an address we can write to."
        />
        <TextField label="Handle" defaultValue="ana" disabled hint="An owner can change it." />
        <DollarField label="At most a month" defaultValue="25.50" hint="In US dollars." />
      </Specimen>
      <Specimen name="PasswordField, SearchField, TextArea" className="flex-col items-stretch gap-5">
        <PasswordField label="New password" value={password} onValueChange={setPassword} showStrength />
        <SearchField label="Search rooms and people" value={query} onValueChange={setQuery} />
        <TextArea label="Purpose" rows={2} placeholder="What is talked about here?" />
      </Specimen>
      <Specimen name="Select and MultiSelect" className="flex-col items-stretch gap-5">
        <Select label="Role" options={roles} value={role} onValueChange={setRole} />
        <MultiSelect
          label="Invite"
          choices={choices}
          selected={selected}
          onSelectedChange={setSelected}
          placeholder="Names or handles"
          hint="They are told at once."
        />
      </Specimen>
      <Specimen name="RadioGroup" className="flex-col items-stretch">
        <RadioGroup label="Who may enter" options={doors} value={door} onValueChange={setDoor} />
      </Specimen>
      <Specimen name="Checkbox" className="flex-col items-start">
        <Checkbox label="Send me a summary each morning" hint="At nine, in your time zone." defaultChecked />
        <Checkbox label="All rooms" indeterminate />
        <Checkbox label="I have read the guidelines" error="Please read them first." />
        <Checkbox label="Not for guests" disabled />
      </Specimen>
      <Specimen name="Switch" className="flex-col items-stretch gap-4">
        <Switch label="Desktop notifications" hint="Only while this page is open." defaultChecked />
        <Switch label="Sounds" />
        <Switch label="Read receipts" disabled hint="Turned off for this workspace." />
      </Specimen>
    </Chapter>
  );
}
