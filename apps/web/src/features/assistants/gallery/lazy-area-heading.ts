import { later } from "../../../parts/index.ts";

/** For pages of later features, which are no part of the first screen. */
export const AreaHeading = later(() => import("./area-heading.tsx"), "AreaHeading");
