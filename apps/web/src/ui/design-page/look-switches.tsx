import { Contrast, Monitor, Moon, Sun } from "lucide-react";
import { useEffect, useState } from "react";
import { SegmentedControl } from "../segmented-control.tsx";

const themes = [
  { value: "system", label: "System", icon: <Monitor /> },
  { value: "light", label: "Light", icon: <Sun /> },
  { value: "dark", label: "Dark", icon: <Moon /> },
  { value: "high-contrast", label: "High contrast", icon: <Contrast /> },
] as const;
const densities = [
  { value: "comfortable", label: "Comfortable" },
  { value: "compact", label: "Compact" },
] as const;
const directions = [
  { value: "ltr", label: "LTR" },
  { value: "rtl", label: "RTL" },
] as const;

/** Try the looks on this page; leaving it brings the chosen ones back. */
export function LookSwitches() {
  const [theme, setTheme] = useAttribute("data-theme", "system");
  const [density, setDensity] = useAttribute("data-density", "comfortable");
  const [direction, setDirection] = useAttribute("dir", "ltr");
  return (
    <div className="flex flex-wrap gap-2">
      <SegmentedControl label="Theme" options={themes} value={theme} onValueChange={setTheme} iconsOnly />
      <SegmentedControl label="Density" options={densities} value={density} onValueChange={setDensity} />
      <SegmentedControl label="Direction" options={directions} value={direction} onValueChange={setDirection} />
    </div>
  );
}

function useAttribute<Value extends string>(name: string, usual: NoInfer<Value>): [Value, (value: Value) => void] {
  const [value, setValue] = useState(() => (document.documentElement.getAttribute(name) ?? usual) as Value);
  useEffect(() => {
    const root = document.documentElement;
    const before = root.getAttribute(name);
    return () => {
      if (before === null) root.removeAttribute(name);
      else root.setAttribute(name, before);
    };
  }, [name]);
  const choose = (next: Value) => {
    document.documentElement.setAttribute(name, next);
    setValue(next);
  };
  return [value, choose];
}
