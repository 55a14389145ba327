export { findUnicodeEmoji } from "./shortcodes.ts";
