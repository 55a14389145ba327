import { Square } from "lucide-react";

/** The sign on a button that ends what goes on: filled, so that it is not taken for a box to tick. */
export const StopIcon = () => <Square aria-hidden="true" fill="currentColor" />;
