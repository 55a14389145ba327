export { chooseLanguage, type Language, languages } from "./languages.ts";
export { catalogueOf, Spoken, SpokenLater, useLanguage } from "./spoken.tsx";
