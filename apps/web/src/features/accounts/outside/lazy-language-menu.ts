import { lazy } from "react";

/** For pages of other features: menus are no part of the first screen. */
export const LanguageMenu = lazy(async () => ({ default: (await import("./language-menu.tsx")).LanguageMenu }));
