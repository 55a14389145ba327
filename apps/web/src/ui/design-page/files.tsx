import { useState } from "react";
import { FileCard } from "../files/file-card.tsx";
import { FileChip } from "../files/file-chip.tsx";
import { FileIcon } from "../files/file-icon.tsx";
import { FileName } from "../files/file-name.tsx";
import { type GridImage, ImageGrid } from "../files/image-grid.tsx";
import { Chapter, Specimen } from "./specimen.tsx";

const kinds = ["image", "audio", "video", "pdf", "text", "other"] as const;
const nothing = () => undefined;
const longName = "minutes-of-the-harbour-council-november-2026-final-signed.pdf";

const pictures = (count: number): GridImage[] =>
  Array.from({ length: count }, (_, index) => ({
    id: String(index),
    name: `harbour-${index + 1}.png`,
    width: 1_200,
    height: 800,
    url: index % 2 === 0 ? "/icon-512.png" : "/icon-maskable-512.png",
  }));

export function Files() {
  const [hasFailed, setFailed] = useState(true);
  return (
    <Chapter id="files" title="Files" lead="What goes with a message: while it is on its way, and once it is there.">
      <Specimen name="FileChip: on its way, there, refused" wide>
        <ul className="flex flex-wrap gap-2">
          <FileChip
            name="ferry.mp4"
            kind="video"
            detail="42% · 18 MB"
            progress={0.42}
            removeLabel="Remove ferry.mp4"
            onRemove={nothing}
          />
          <FileChip
            name="quay.png"
            kind="image"
            detail="312 kB"
            pictureUrl="/icon-192.png"
            removeLabel="Remove quay.png"
            onRemove={nothing}
          />
          <FileChip
            name={longName}
            kind="pdf"
            detail={hasFailed ? "The server has no room. Try again later" : "4 MB"}
            isFailed={hasFailed}
            removeLabel={`Remove ${longName}`}
            onRemove={nothing}
            retryLabel={`Try ${longName} again`}
            onRetry={hasFailed ? () => setFailed(false) : undefined}
          />
        </ul>
      </Specimen>
      <Specimen name="ImageGrid: one, in its own shape">
        <ImageGrid
          images={pictures(1)}
          labelOf={({ name }) => `Open picture ${name}`}
          moreLabel=""
          moreCount=""
          onOpen={nothing}
        />
      </Specimen>
      <Specimen name="ImageGrid: several">
        <ImageGrid
          images={pictures(6)}
          labelOf={({ name }) => `Open picture ${name}`}
          moreLabel="Open 3 more pictures"
          moreCount="+3"
          onOpen={nothing}
        />
      </Specimen>
      <Specimen name="FileCard" className="flex-col items-start">
        <FileCard
          name={longName}
          kind="pdf"
          detail="PDF · 4 MB"
          label={`Download ${longName}, 4 MB`}
          onOpen={nothing}
        />
        <FileCard
          name="أوقات العبارات.txt"
          kind="text"
          detail="Text · 12 kB"
          label="Download أوقات العبارات.txt, 12 kB"
          onOpen={nothing}
        />
      </Specimen>
      <Specimen name="FileIcon and FileName">
        {kinds.map((kind) => (
          <FileIcon key={kind} kind={kind} />
        ))}
        <div className="w-44">
          <FileName name={longName} className="text-sm" />
        </div>
      </Specimen>
    </Chapter>
  );
}
