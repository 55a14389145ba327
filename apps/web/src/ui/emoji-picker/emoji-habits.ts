/** What this device remembers of its people's picks: the tone of skin, and the last hundred emoji. */
export type SkinTone = 0 | 1 | 2 | 3 | 4 | 5;

type Habits = { tone: SkinTone; picks: string[] };

const key = "althing.emoji";
const rememberedCount = 100;
const beginnings = ["👍", "❤️", "😂", "🎉", "👀", "🙏", "✅", "😊"];

export function readHabits(): Habits {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Habits>;
    return { tone: kept.tone ?? 0, picks: kept.picks ?? [] };
  } catch {
    return { tone: 0, picks: [] };
  }
}

export function rememberPick(text: string): void {
  const { tone, picks } = readHabits();
  keep({ tone, picks: [text, ...picks].slice(0, rememberedCount) });
}

export function rememberTone(tone: SkinTone): void {
  keep({ ...readHabits(), tone });
}

/** The most picked first, the newest of equals first; filled up with what people like everywhere. */
export function listFrequent(limit: number): string[] {
  const counts = new Map<string, number>();
  for (const text of readHabits().picks) counts.set(text, (counts.get(text) ?? 0) + 1);
  const picked = [...counts].sort(([, one], [, other]) => other - one).map(([text]) => text);
  return [...new Set([...picked, ...beginnings])].slice(0, limit);
}

function keep(habits: Habits): void {
  try {
    localStorage.setItem(key, JSON.stringify(habits));
  } catch {
    // Without storage nothing is remembered, and the picker still picks.
  }
}
