export { chooseLanguage, type Language, languages } from "./languages.ts";
export { catalogueOf, laterSpoken, Spoken, SpokenLater, spokenLater, useLanguage, useLaterTexts } from "./spoken.tsx";
