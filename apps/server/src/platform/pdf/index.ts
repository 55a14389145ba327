export {
  type Block,
  type FormulaPart,
  type MathNode,
  type PdfDocument,
  plainRun,
  type Run,
  type TextRun,
} from "./document.ts";
export { createTypesetter, TypesetFault, type Typesetter } from "./typesetter.ts";
