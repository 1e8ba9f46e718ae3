import { defineConfig } from "vite";

// Relative addresses: what is built can lie in any folder of any web server.
export default defineConfig({ base: "./" });
