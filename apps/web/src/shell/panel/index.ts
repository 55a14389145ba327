export { PanelFrame } from "./panel-frame.tsx";
export { SidePanel } from "./side-panel.tsx";
export { usePanel } from "./use-panel.ts";
