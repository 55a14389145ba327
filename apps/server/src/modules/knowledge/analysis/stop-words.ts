// The words that say nothing about a subject, in the languages of the app. They tell a text's language, too.
export type Language = "en" | "de" | "fr" | "es" | "ar" | "ja";

const listOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const stopWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: listOf(`a about actually again all also always am an and any anybody anyone anything are aren as ask asked at be because been
    before being best but by can cannot could couldn did didn do does doesn doing don done each either else etc even ever every
    for from get gets getting go goes going got had has hasn have haven having he hello help her here hey hi him his how i if in
    into is isn it its just kind know let like ll m make makes many may maybe me might more most much must my need needs no not
    now of off ok on one only or other our out over own people please possible put re really s said say says see seem seems she
    should shouldn so some somebody someone something sort still such sure t tell than thank thanks that the their them then
    there these they thing things think this those to told too up us use used using ve very want wants was wasn way we well were
    what whats when where which while who whom whose why will with won would wouldn yeah yes yet you your http https www com org
    html mentioned recommended suggested advice anybody`),
  de: listOf(`aber alle als also am an auch auf aus bei beim bin bis bitte da damit dann das dass dein dem den der des die dies
    diese dieser dieses doch du durch ein eine einem einen einer eines er es etwas für gibt habe haben hat hatte hier ich ihm ihn
    ihr im immer in ins ist ja jemand kann kein keine können man mehr mein mich mir mit muss nach nicht noch nur ob oder ohne
    schon sein seine sich sie sind so soll über um und uns unser vom von vor wann war waren warum was weil welche welcher welches
    wenn wer werden wie wieder will wir wird wo wurde zu zum zur`),
  fr: listOf(`à ai alors au aussi aux avec avez avoir bien ça ce cela ces cet cette chez comme comment dans de des donc du elle en
    encore es est et être eu fait faire faut il ils j je l la le les leur lui ma mais me même mes moi mon n ne nous on ont ou où
    par pas peut plus pour pourquoi qu quand que quel quelle quelles quels qui s sa sans se ses si son sont sur ta te tes toi ton
    tout très tu un une va vos votre vous y a c d`),
  es: listOf(`a al algo alguien ante como cómo con cual cuál cuando cuándo de del desde donde dónde e el él ella en entre era es
    esa ese eso esta está estaba este esto están fue ha hace hacer hay la las le les lo los más me mi muy nada no nos o otra otro
    para pero por porque puede qué que quién se sea ser si sí sido sin sobre son su sus también te tiene todo tu tú un una uno
    unos y ya yo`),
  ar: listOf(`في من على الى إلى عن مع هذا هذه ذلك تلك التي الذي الذين ما ماذا متى أين كيف لماذا هل من هو هي هم نحن أنا أنت كان كانت
    يكون لا لم لن أن ان إن قد كل بعض ثم أو او و ف ب ل حتى إذا اذا عند بعد قبل بين غير ليس هناك هنا`),
  ja: listOf(`の に は を た が で て と し れ さ ある いる も する から な こと として い や など なっ ない この ため その あっ よう また もの です ます
    した して ました どこ いつ 誰 何 なぜ どう ですか ますか ください`),
};

const languages = Object.keys(stopWords) as Language[];
/** The languages that a word is a stop word of. */
const languagesOf = new Map<string, Language[]>();
for (const language of languages)
  for (const word of stopWords[language]) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);

/** What a text is most likely written in, judged by its stop words; English where nothing tells. */
export function languageOf(words: readonly string[]): Language {
  const hits: Record<Language, number> = { en: 0, de: 0, fr: 0, es: 0, ar: 0, ja: 0 };
  for (const word of words) for (const language of languagesOf.get(word) ?? []) hits[language]++;
  return languages.reduce((best, language) => (hits[language] > hits[best] ? language : best));
}
