/** The people of the demo workspace. Their addresses end in `.example`, where no mail can arrive. */
export type CastMember = {
  handle: string;
  name: string;
  title: string;
  pronouns: string;
  timeZone: string;
  color: string;
  emoji: string;
  status?: { emoji: string; text: string };
};

export const workspaceName = "Nordhaven Harbour";
export const workspaceSlug = "nordhaven";
export const emailOf = (handle: string): string => `${handle}@nordhaven.example`;

const person = (handle: string, name: string, title: string, pronouns: string, color: string, emoji: string) => ({
  handle,
  name,
  title,
  pronouns,
  color,
  emoji,
  timeZone: "Europe/Oslo",
});

export const cast: readonly CastMember[] = [
  person("ingrid", "Ingrid Solberg", "Harbour master", "she/her", "#1d4e89", "⚓"),
  {
    ...person("kofi", "Kofi Mensah", "Vessel traffic", "he/him", "#b5651d", "📡"),
    status: { emoji: "📡", text: "On watch until 14:00" },
  },
  person("amara", "Amara Okafor", "Berth planner", "she/her", "#7b2d8b", "🗺️"),
  {
    ...person("yuki", "Yuki Tanaka", "Environment", "they/them", "#2a7f62", "🐚"),
    status: { emoji: "🧪", text: "Out taking samples" },
  },
  person("mateo", "Mateo Álvarez", "Cranes and yard", "he/him", "#c0392b", "🏗️"),
  person("leila", "Leila Haddad", "Customs and papers", "she/her", "#8a6d0b", "📋"),
  person("jonas", "Jonas Weber", "Systems", "he/him", "#34495e", "🔌"),
  person("priya", "Priya Raman", "Finance", "she/her", "#d35400", "🧮"),
  {
    ...person("sione", "Sione Tupou", "Pilot", "he/him", "#117a8b", "🚤"),
    status: { emoji: "🌊", text: "On the water" },
  },
  person("elif", "Elif Demir", "Events and press", "she/her", "#ad1457", "🎪"),
  {
    ...person("tomasz", "Tomasz Nowak", "Night watch", "he/him", "#4a4a68", "🌙"),
    status: { emoji: "😴", text: "Asleep until five" },
  },
  {
    ...person("mei", "Chen Mei-Ling", "Apprentice", "she/her", "#558b2f", "🌱"),
    timeZone: "Asia/Taipei",
    status: { emoji: "🏝️", text: "With family in Tainan, back on Monday" },
  },
];
