import {
  Bold,
  Code,
  EyeOff,
  Italic,
  Link,
  List,
  ListOrdered,
  ListTodo,
  type LucideIcon,
  Quote,
  Sigma,
  SquareCode,
  Strikethrough,
} from "lucide-react";
import type { FormatName } from "../editing/formats.ts";

export const formatIcons: Record<FormatName, LucideIcon> = {
  bold: Bold,
  italic: Italic,
  strike: Strikethrough,
  code: Code,
  codeBlock: SquareCode,
  link: Link,
  quote: Quote,
  bullets: List,
  numbers: ListOrdered,
  tasks: ListTodo,
  spoiler: EyeOff,
  maths: Sigma,
};
