import { later } from "../../parts/index.ts";

/** For pages of their own look: menus are no part of the first screen. */
export const LanguageMenu = later(() => import("./language-menu.tsx"), "LanguageMenu");
