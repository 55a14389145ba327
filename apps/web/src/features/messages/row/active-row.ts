import { createContext, use } from "react";

/** Whether the row is the one that the list's single tab stop stands on. */
export const ActiveRow = createContext(false);

/** The `tabIndex` of what can be pressed inside a row: reached by Tab from the row that one is on, and from no other. */
export const useRowTabIndex = (): 0 | -1 => (use(ActiveRow) ? 0 : -1);
