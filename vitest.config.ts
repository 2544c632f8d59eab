import { defineConfig } from "vitest/config";

// A zone that is neither UTC nor Chinese time shows every place that silently uses the machine's own.
process.env["TZ"] = "America/Phoenix";

export default defineConfig({
  test: {
    include: ["{engines,platform,domain,apps,db,test}/**/*.test.{ts,tsx}"],
    globalSetup: ["test/global-setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 60_000,
  },
});
