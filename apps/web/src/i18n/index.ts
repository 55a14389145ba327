export { chooseLanguage, type Language, languages } from "./languages.ts";
export { catalogueOf, laterSpoken, Spoken, SpokenLater, spokenLater, useLanguage } from "./spoken.tsx";
