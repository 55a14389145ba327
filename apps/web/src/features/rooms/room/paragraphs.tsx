/** Several lines as people wrote them, without any markup. */
export function Paragraphs({ text, className = "" }: { text: string; className?: string }) {
  return <p className={`wrap-anywhere whitespace-pre-line ${className}`}>{text}</p>;
}
