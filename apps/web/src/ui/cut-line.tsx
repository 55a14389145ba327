/** A line of someone's words that is cut at its own end, also where the app is read the other way. */
export const CutLine = ({ children }: { children: string }) => (
  <bdi className="block w-fit max-w-full truncate">{children}</bdi>
);
