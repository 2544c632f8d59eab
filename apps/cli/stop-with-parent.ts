/** Loaded before the main file of a child process: when its parent is gone, however it died, the child stops as well. */
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
// The channel alone must not keep a process alive that has finished.
process.channel?.unref();
