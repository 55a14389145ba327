/** What stands over an answer that no model wrote. */
export const searchLabel = "Search answer, no AI model connected";
