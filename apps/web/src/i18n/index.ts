export { chooseLanguage, type Language, languages } from "./languages.ts";
export { catalogueOf, Spoken } from "./spoken.tsx";
