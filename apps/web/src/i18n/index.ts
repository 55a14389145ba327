export { chooseLanguage, type Language, languages } from "./languages.ts";
export { catalogueOf, Spoken, useLanguage } from "./spoken.tsx";
