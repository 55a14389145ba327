export { fetchPart } from "./fetch-part.ts";
export { later, laterPage } from "./later.ts";
export { readable } from "./readable.ts";
export { idleness, WhenIdle } from "./when-idle.tsx";
