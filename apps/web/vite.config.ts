/** Build of the browser application into apps/web/dist. In development the API of a running server stands behind /api. */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const api = process.env["JINGZHUN_API"] ?? "http://127.0.0.1:8700";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { host: "127.0.0.1", proxy: { "/api": api } },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2022",
    // Inlined data: URLs would be refused by the content security policy.
    assetsInlineLimit: 0,
  },
});
