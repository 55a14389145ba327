let loading: ReturnType<typeof load> | undefined;

async function load() {
  const { default: sharp } = await import("sharp");
  sharp.cache(false);
  sharp.concurrency(1);
  // No other decoder is in reach, whatever the bytes claim to be: none of SVG, PDF or what reads files.
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: ["Jpeg", "Png", "Nsgif", "Webp"].map((kind) => `VipsForeignLoad${kind}Buffer`) });
  return sharp;
}

/** What decodes pictures and draws them; loaded when it is first needed, for it takes its time. */
export function loadDecoder(): ReturnType<typeof load> {
  loading ??= load();
  return loading;
}
