export { PanelFrame } from "./panel-frame.tsx";
export { SidePanel } from "./side-panel.tsx";
export { type Panel, usePanel } from "./use-panel.ts";
