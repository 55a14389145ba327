// Which fonts a document is set in. The compiler brings Libertinus (Latin, Greek, Cyrillic, Hebrew) and a fixed pitch; the
// other scripts have packages, or the fonts that the machine has.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const packages = [
  import.meta.resolve("@expo-google-fonts/noto-naskh-arabic/package.json"),
  import.meta.resolve("@expo-google-fonts/biz-udpmincho/package.json"),
  import.meta.resolve("@expo-google-fonts/zcool-xiaowei/package.json"),
  import.meta.resolve("@expo-google-fonts/nanum-myeongjo/package.json"),
  import.meta.resolve("@expo-google-fonts/noto-serif-devanagari/package.json"),
  import.meta.resolve("@expo-google-fonts/noto-sans-thai/package.json"),
  import.meta.resolve("@expo-google-fonts/noto-emoji/package.json"),
];

/** Only the weights that a document has; the packages bring more. */
export const fontFolders: readonly string[] = packages.flatMap((address) => {
  const folder = dirname(fileURLToPath(address));
  return ["400Regular", "700Bold"].map((weight) => join(folder, weight));
});

export type FontFamily = string | { readonly name: string; readonly covers: "latin-in-cjk" };

const latin = "Libertinus Serif";
const japanese = ["BIZ UDPMincho"];
// Those of machines first: ours has the 6,763 characters of everyday texts and one weight.
const chinese = [
  "Noto Serif CJK SC",
  "Source Han Serif SC",
  "Songti SC",
  "SimSun",
  "Noto Sans CJK SC",
  "ZCOOL XiaoWei",
];
const korean = ["NanumMyeongjo"];
const others = ["Noto Naskh Arabic", "Noto Serif Devanagari", "Noto Sans Thai", "Noto Emoji"];

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const hangul = /\p{Script=Hangul}/u;
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const narrow = /\p{Script=Latin}/gu;

/** In the order in which they are asked for a letter. China, Japan and Korea draw letters differently that share a code: what else is written tells whose they are. */
export function familiesFor(text: string): FontFamily[] {
  const first = [...(kana.test(text) ? japanese : []), ...(hangul.test(text) ? korean : [])];
  // Quotes and dashes are as wide as letters where most letters are wide.
  const isWide = countOf(text, wide) > countOf(text, narrow);
  return [
    isWide ? { name: latin, covers: "latin-in-cjk" } : latin,
    ...first,
    ...chinese,
    ...japanese,
    ...korean,
    ...others,
    latin,
  ];
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
