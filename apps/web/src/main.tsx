import "./styles.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { Connection } from "./connection/index.ts";
import { keepShell } from "./worker/keep-shell.ts";
import { takeUpgrade } from "./worker/take-upgrade.ts";

const root = document.getElementById("app");
const connection = new Connection();
// On its way while the rest of the app is.
void connection.session();
if (root) createRoot(root).render(<App connection={connection} />);
keepShell();
takeUpgrade();
