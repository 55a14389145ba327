/** What can keep the embedded database from starting, each with what the operator should do. Nothing was changed when one is thrown. */
import { StartupFault } from "../../startup-fault.ts";

// From sysexits.h, so that a supervisor can tell "try again" from "a person must look".
const exit = { unavailable: 69, ioError: 74, tryAgain: 75, noPermission: 77, configuration: 78 };

export function dataFolderInUse(folder: string, pid: string) {
  const holder = pid ? ` (process ${pid})` : "";
  return new StartupFault(
    "data_folder_in_use",
    `Another Althing${holder} is using ${folder}. Stop it, or set ALTHING_DATA_DIR to another folder.`,
    exit.tryAgain,
  );
}

export function dataFolderForeign(folder: string) {
  return new StartupFault(
    "data_folder_foreign",
    `${folder} holds files that are not Althing's. Set ALTHING_DATA_DIR to an empty folder or to one that Althing made.`,
    exit.configuration,
  );
}

export function dataFolderNewer(folder: string, writtenBy: string, thisOne: string) {
  return new StartupFault(
    "data_folder_newer",
    `${folder} was written by ${writtenBy}, and this Althing understands ${thisOne}. Start it with the newer Althing.`,
    exit.configuration,
  );
}

export function dataFolderOlder(folder: string, found: string, wanted: number) {
  return new StartupFault(
    "data_folder_older",
    `${folder} was written by PostgreSQL ${found}, and this Althing runs PostgreSQL ${wanted}. ` +
      `Export it with the Althing that wrote it, and import that into an empty folder.`,
    exit.configuration,
  );
}

export function dataFolderCorrupt(folder: string, reason: string) {
  return new StartupFault(
    "data_folder_corrupt",
    `${folder} is damaged: ${reason}. Restore it from a backup, or set ALTHING_DATA_DIR to an empty folder.`,
    exit.ioError,
  );
}

function dataFolderNotWritable(folder: string, reason: string) {
  return new StartupFault(
    "data_folder_not_writable",
    `${folder} cannot be written (${reason}). Give Althing's user the right to, or set ALTHING_DATA_DIR to another folder.`,
    exit.noPermission,
  );
}

export function dataFolderClosed(folder: string, closedFolder: string, uid: number) {
  return new StartupFault(
    "data_folder_closed",
    `PostgreSQL does not run as root but as the user ${uid}, who may not pass through ${closedFolder} to ${folder}. ` +
      `Set ALTHING_DATA_DIR to a folder elsewhere, such as /var/lib/althing, or run: chmod o+x ${closedFolder}`,
    exit.noPermission,
  );
}

export function diskFull(folder: string) {
  return new StartupFault(
    "disk_full",
    `The disk that holds ${folder} is full. Free some space, then start again.`,
    exit.ioError,
  );
}

export function noBinaries(reason: string) {
  return new StartupFault(
    "database_not_available",
    `The embedded PostgreSQL cannot be used: ${reason}. Set DATABASE_URL to a PostgreSQL server instead.`,
    exit.unavailable,
  );
}

export function databaseNotStarted(reason: string) {
  return new StartupFault(
    "database_not_started",
    `PostgreSQL did not start: ${reason}. The log lines above say more.`,
    exit.unavailable,
  );
}

/** The declared fault behind an error of the file system; any other error stays as it is. */
export function faultBehind(error: unknown, folder: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (["ENOSPC", "EDQUOT"].includes(code)) return diskFull(folder);
  if (["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST"].includes(code)) return dataFolderNotWritable(folder, code);
  return error;
}
