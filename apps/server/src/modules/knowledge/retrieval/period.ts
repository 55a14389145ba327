// When something was said, as questions tell it in the languages of the app; the words for it are taken out of the question.
const day = 24 * 60 * 60 * 1_000;

/** From a time on, below another, in milliseconds since 1970. */
export type Period = { readonly from: number; readonly to: number };
export const always: Period = { from: 0, to: Number.MAX_SAFE_INTEGER };

type Reading = { readonly words: RegExp; read(now: number, date: number): Period };

const midnight = (now: number): number => now - (now % day);
/** Weeks begin on Monday; the first day of 1970 was a Thursday. */
const monday = (now: number): number => midnight(now) - ((Math.floor(now / day) + 3) % 7) * day;
const monthOf = (now: number, back: number): number => {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - back);
};

const edge = (words: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, "iu");
const dated = (words: string) => edge(`(?:${words})[:\\s]\\s*(\\d{4}-\\d{2}-\\d{2})`);

const readings: readonly Reading[] = [
  { words: dated("before|vor(?: dem)?|avant(?: le)?|antes(?: del?)?|قبل"), read: (_, date) => ({ from: 0, to: date }) },
  {
    words: dated("after|nach(?: dem)?|après(?: le)?|después(?: del?)?|بعد"),
    read: (_, date) => ({ from: date + day, to: always.to }),
  },
  {
    words: dated("since|seit(?: dem)?|depuis(?: le)?|desde(?: el)?|منذ"),
    read: (_, date) => ({ from: date, to: always.to }),
  },
  { words: dated("on|am|le|el|في"), read: (_, date) => ({ from: date, to: date + day }) },
  {
    words: /昨日|(?<![\p{L}])(?:yesterday|gestern|hier(?=\s*\??\s*$)|ayer|أمس)(?![\p{L}])/iu,
    read: (now) => ({ from: midnight(now) - day, to: midnight(now) }),
  },
  {
    words: /今日|(?<![\p{L}])(?:today|heute|aujourd['’]hui|hoy|اليوم)(?![\p{L}])/iu,
    read: (now) => ({ from: midnight(now), to: always.to }),
  },
  {
    words:
      /先週|(?<![\p{L}])(?:last week|letzte woche|la semaine dernière|la semana pasada|الأسبوع الماضي)(?![\p{L}])/iu,
    read: (now) => ({ from: monday(now) - 7 * day, to: monday(now) }),
  },
  {
    words: /今週|(?<![\p{L}])(?:this week|diese woche|cette semaine|esta semana|هذا الأسبوع)(?![\p{L}])/iu,
    read: (now) => ({ from: monday(now), to: always.to }),
  },
  {
    words: /先月|(?<![\p{L}])(?:last month|letzten monat|le mois dernier|el mes pasado|الشهر الماضي)(?![\p{L}])/iu,
    read: (now) => ({ from: monthOf(now, 1), to: monthOf(now, 0) }),
  },
];

/** What is left of the question, and the time that it names. French `hier` and German `hier` are told apart by nothing but the rest; so it counts at the end of a question only. */
export function readPeriod(question: string, now: Date): { period: Period; rest: string } {
  let rest = question;
  let { from, to } = always;
  for (const { words, read } of readings) {
    const found = words.exec(rest);
    const date = Date.parse(found?.[1] ?? "1970-01-01");
    if (!found || Number.isNaN(date)) continue;
    const period = read(now.getTime(), date);
    from = Math.max(from, period.from);
    to = Math.min(to, period.to);
    rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`;
  }
  return { period: { from, to }, rest };
}
