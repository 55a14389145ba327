// Draws the app's icons anew from public/icon.svg: node bin/bun.mjs tools/draw-icons.ts
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";

const folder = join(import.meta.dir, "../apps/web/public");
const background = "#0d6b57";

const draw = (size: number) => sharp(join(folder, "icon.svg"), { density: (72 * size) / 32 }).resize(size, size);
const save = (image: Sharp, name: string) => image.png({ palette: true }).toFile(join(folder, name));

/** On a ground that reaches the edges, since systems cut their own shape out of it. */
async function drawOnGround(size: number, share: number): Promise<Sharp> {
  const input = await draw(Math.round(size * share))
    .png()
    .toBuffer();
  return sharp({ create: { width: size, height: size, channels: 4, background } }).composite([{ input }]);
}

await save(draw(192), "icon-192.png");
await save(draw(512), "icon-512.png");
await save(await drawOnGround(512, 0.8), "icon-maskable-512.png");
await save(await drawOnGround(180, 0.94), "apple-touch-icon.png");
