export { chooseLanguage, type Language, languages } from "./languages.ts";
export { Spoken } from "./spoken.tsx";
