/** For searching: "Crème", "creme" and ":creme:" are the same word. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/^:|:$/g, "").trim();
}
