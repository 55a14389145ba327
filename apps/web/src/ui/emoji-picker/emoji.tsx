import { classes } from "../classes.ts";

type EmojiProps = {
  /** A Unicode emoji, or `:name:` of a workspace's own, whose picture is at `url`. */
  text: string;
  url?: string | undefined;
  className?: string;
};

export function Emoji({ text, url, className }: EmojiProps) {
  if (url)
    return (
      <img
        src={url}
        alt={text}
        title={text}
        draggable={false}
        className={classes("inline-block size-[1.3em] object-contain", className)}
      />
    );
  return <span className={classes("inline-block font-emoji leading-none", className)}>{text}</span>;
}
