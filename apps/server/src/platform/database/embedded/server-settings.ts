export type ServerSettings = Record<string, string>;

/** For a machine of two cores that also runs Althing. Given on the command line, so they win over files in the data folder. */
export const serverSettings: ServerSettings = {
  // Only a socket in a folder that is closed to other users.
  listen_addresses: "",
  unix_socket_permissions: "0700",
  // An acknowledged message survives kill -9 and power loss.
  fsync: "on",
  full_page_writes: "on",
  synchronous_commit: "on",
  max_connections: "60",
  shared_buffers: "256MB",
  effective_cache_size: "1GB",
  work_mem: "8MB",
  maintenance_work_mem: "128MB",
  random_page_cost: "1.1",
  jit: "off",
  // Seldom checkpoints, and yet little enough to be replayed in about two seconds after a crash.
  checkpoint_timeout: "15min",
  max_wal_size: "384MB",
  min_wal_size: "128MB",
  wal_buffers: "16MB",
  // Queries of an Althing that was killed end on their own.
  client_connection_check_interval: "1s",
  timezone: "UTC",
  log_timezone: "UTC",
  log_line_prefix: "",
  log_checkpoints: "off",
  // Statements and details quote what people wrote; the client that asked is told anyway.
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
};

export function toArguments(settings: ServerSettings): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
