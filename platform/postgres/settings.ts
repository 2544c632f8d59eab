/** How the embedded server is set up at each start. Given on the command line, so that a new program version brings its own. */
import { statfsSync } from "node:fs";
import { totalmem } from "node:os";

const MB = 1024 * 1024;

export function serverSettings(port: number): Record<string, string> {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity);
  // A quarter of the memory keeps a million households in the server; with less, bulk work copies pages from the system.
  const sharedBuffers = Math.round(Math.min(Math.max(memory / 4 / MB, 64), 4096));
  return {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "100",
    shared_buffers: `${sharedBuffers}MB`,
    effective_cache_size: `${Math.round(memory / 2 / MB)}MB`,
    // Large hash plans make bulk work slower, not faster.
    work_mem: "8MB",
    maintenance_work_mem: "128MB",
    jit: "off",
    random_page_cost: "1.1",
    timezone: "UTC",
    // A desk has no replicas: minimal WAL lets COPY into a new table skip the log.
    wal_level: "minimal",
    max_wal_senders: "0",
    max_wal_size: "2GB",
    checkpoint_timeout: "15min",
    dynamic_shared_memory_type: hasRoomySharedMemory() ? "posix" : "mmap",
    // Nothing personal in the log: no statements, no row values, no messages of failed statements.
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_timezone: "UTC",
  };
}

/** Containers often mount 64 MB, which parallel plans overrun. */
function hasRoomySharedMemory(): boolean {
  if (process.platform !== "linux") return true;
  try {
    const { blocks, bsize } = statfsSync("/dev/shm");
    return blocks * bsize >= 256 * MB;
  } catch {
    return false;
  }
}
