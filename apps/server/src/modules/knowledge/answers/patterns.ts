// How people say that something was decided or is to be done, in the languages of the app. Only what is said outright counts.
const edge = (words: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, "iu");

const decisions: readonly RegExp[] = [
  edge(
    "(?:we(?:'ve| have)?|it was|it's|it is) (?:all )?(?:decided|agreed|settled)|decision:|decided:|agreed:|let's go with|we(?:'ll| will) go with|we are going with|the decision is",
  ),
  edge(
    "(?:wir (?:haben|sind) .{0,60}?(?:beschlossen|entschieden|geeinigt|einig)|es (?:ist|wurde) .{0,40}?(?:beschlossen|entschieden)|beschluss:|entscheidung:|wir nehmen|wir machen es)",
  ),
  edge("(?:on a|nous avons|il a été) (?:donc )?(?:décidé|convenu|choisi)|décision ?:|on part sur"),
  edge("(?:hemos|se ha|se) (?:decidido|acordado|decidió|acordó)|decidimos|acordamos|decisión:|nos quedamos con"),
  /قررنا|اتفقنا|تقرر|تم الاتفاق|القرار:/u,
  /決定しました|決めました|決まりました|に決まった|ということにしました|決定：/u,
];

const actions: readonly RegExp[] = [
  /^\s*(?:[-*]\s*)?\[ \]\s+\S/u,
  edge(
    "todo:?|action(?: item)?:|i(?:'ll| will| am going to|'m going to)|(?:can|could|would|will) you (?:please )?\\p{L}+|please \\p{L}+|@[a-z0-9._-]+ (?:please|will|to) \\p{L}+|needs? to be done",
  ),
  edge(
    "ich (?:werde|kümmere mich|übernehme|mache|schicke)|(?:kannst|könntest) du|(?:können|könnten) sie|bitte \\p{L}+|aufgabe:|zu erledigen",
  ),
  edge(
    "je (?:vais|m'en occupe|m’en occupe)|je m['’]en charge|(?:peux|pourrais)-tu|(?:pouvez|pourriez)-vous|à faire ?:|merci de \\p{L}+",
  ),
  edge(
    "(?:yo )?(?:me encargo|voy a|lo haré)|(?:puedes|podrías|puede usted|podría) \\p{L}+|por favor,? \\p{L}+|tarea:|pendiente:",
  ),
  /سأقوم|سوف أ|سأ\p{L}+|هل يمكنك|من فضلك|رجاءً|المهمة:/u,
  /(?:して|やって)(?:ください|くれますか|もらえますか)|私がやります|対応します|しておきます|お願いします/u,
];

export const isDecision = (sentence: string): boolean => decisions.some((pattern) => pattern.test(sentence));
export const isAction = (sentence: string): boolean => actions.some((pattern) => pattern.test(sentence));
export const asks = (sentence: string): boolean => /[?？؟][\s)"'”’»]*$/u.test(sentence);
