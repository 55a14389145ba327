import "./styles.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { Connection } from "./connection/index.ts";
import { keepShell } from "./worker/keep-shell.ts";
import { takeUpgrade } from "./worker/take-upgrade.ts";

const root = document.getElementById("app");
if (root) createRoot(root).render(<App connection={new Connection()} />);
keepShell();
takeUpgrade();
