import { Contrast, type LucideIcon, Monitor, Moon, Sun } from "lucide-react";

export const themes = ["system", "light", "dark", "high-contrast"] as const;
export type Theme = (typeof themes)[number];

export const themeIcons: Record<Theme, LucideIcon> = {
  system: Monitor,
  light: Sun,
  dark: Moon,
  "high-contrast": Contrast,
};

/** What each is called in the catalogue's `accounts.themes`. */
export const themeKeys = {
  system: "system",
  light: "light",
  dark: "dark",
  "high-contrast": "highContrast",
} as const satisfies Record<Theme, string>;
