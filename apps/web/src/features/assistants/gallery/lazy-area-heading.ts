import { lazy } from "react";

/** For pages of later features, which are no part of the first screen. */
export const AreaHeading = lazy(async () => ({ default: (await import("./area-heading.tsx")).AreaHeading }));
