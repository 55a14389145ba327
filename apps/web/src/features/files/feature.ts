import type { Feature } from "../../shell/index.ts";
import { FilesResident } from "./resident.tsx";

export const filesFeature: Feature = { name: "files", Resident: FilesResident };
