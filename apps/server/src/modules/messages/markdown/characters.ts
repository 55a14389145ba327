const letterOrDigit = /[\p{L}\p{N}]/u;

/** Whether the position follows a word, as in an e-mail address; underscores alone may be emphasis, not a word. */
export function isInsideWord(text: string, position: number): boolean {
  let before = position - 1;
  while (text.charAt(before) === "_") before--;
  return letterOrDigit.test(text.charAt(before));
}
