/** The rooms of the demo workspace. What is said in a room stands in `conversations/<file>.chat`. */
export type SeedRoom = {
  file: string;
  kind: "channel" | "group" | "dm";
  name?: string;
  visibility?: "public" | "private";
  topic?: string;
  guidelines?: string;
  /** Beside the owner, who is in every room. */
  members: readonly string[];
};

const everyone = [
  "ingrid",
  "kofi",
  "amara",
  "yuki",
  "mateo",
  "leila",
  "jonas",
  "priya",
  "sione",
  "elif",
  "tomasz",
  "mei",
];

export const seedRooms: readonly SeedRoom[] = [
  {
    file: "harbour",
    kind: "channel",
    name: "harbour",
    topic: "Ships, weather and tides · VHF 12 comes first, always",
    guidelines:
      "- Anything urgent goes over **VHF 12** and only then here.\n- Start a thread for a single ship.\n- Write times as local time, and say so if you do not.",
    members: everyone,
  },
  {
    file: "berths",
    kind: "channel",
    name: "berths",
    topic: "Who lies where, and until when",
    guidelines:
      "One message for each call. Changes go into its thread, so that the night watch can read them in one place.",
    members: ["ingrid", "kofi", "amara", "mateo", "leila", "sione", "tomasz", "elif"],
  },
  {
    file: "open-day",
    kind: "channel",
    name: "open-harbour-day",
    topic: "Saturday the 12th, ten to six · 4,000 visitors if the sun shines",
    guidelines: "Decisions are pinned. What is not pinned is an idea.",
    members: ["ingrid", "elif", "mei", "mateo", "priya", "yuki", "sione"],
  },
  {
    file: "systems",
    kind: "channel",
    name: "systems-desk",
    topic: "Something is broken? Say what you see, where, and since when",
    members: everyone,
  },
  {
    file: "water",
    kind: "channel",
    name: "water-and-birds",
    topic: "Samples, spills, seals",
    members: ["yuki", "ingrid", "mei", "sione", "kofi", "elif"],
  },
  {
    file: "kitchen",
    kind: "channel",
    name: "kitchen",
    topic: "Second floor. Wash your cup.",
    guidelines: "No ships in here.",
    members: everyone,
  },
  {
    file: "budget",
    kind: "channel",
    name: "budget",
    visibility: "private",
    topic: "Next year, in thousands",
    members: ["ingrid", "priya", "mateo", "jonas"],
  },
  { file: "poster", kind: "group", name: "Poster", members: ["elif", "mei", "priya"] },
  { file: "dm-ingrid", kind: "dm", members: ["ingrid"] },
  { file: "dm-jonas", kind: "dm", members: ["jonas"] },
  { file: "dm-elif", kind: "dm", members: ["elif"] },
];
