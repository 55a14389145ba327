// Runs before the first paint: the look that this device showed last, so that nothing flashes.
(() => {
  try {
    const { theme, density, language, direction } = JSON.parse(localStorage.getItem("althing.appearance") ?? "{}");
    const root = document.documentElement;
    if (theme) root.dataset.theme = theme;
    if (density) root.dataset.density = density;
    if (language) root.lang = language;
    if (direction) root.dir = direction;
  } catch {
    // A blocked or damaged storage shows the system's look.
  }
})();
