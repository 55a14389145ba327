export { type Catalogue, loadCatalogue } from "./catalogue.ts";
export { Intl } from "./intl.tsx";
export { chooseLanguage, isLanguage, type Language, languages } from "./languages.ts";
