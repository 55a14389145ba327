export { chooseLanguage, type Language, languages } from "./languages.ts";
export { catalogueOf, Spoken, SpokenLater, spokenLater, useLanguage } from "./spoken.tsx";
