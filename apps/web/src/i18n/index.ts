export { type Catalogue, loadCatalogue } from "./catalogue.ts";
export { chooseLanguage, isLanguage, type Language, languages } from "./languages.ts";
export { Spoken } from "./spoken.tsx";
