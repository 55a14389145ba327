import { renderMessage } from "../../messages/index.ts";

/** Nobody is named in it by more than their name. */
export const renderBody = (body: string): string => renderMessage(body, { mentions: new Map() }).html;
