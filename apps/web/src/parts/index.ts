export { fetchPart } from "./fetch-part.ts";
export { later, laterPage } from "./later.ts";
export { whenIdle } from "./when-idle.ts";
