// Builds the GraphiQL page into the folder given as first argument: index.html, app.js, app.css, LICENSES.txt.
import { cp, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, "../src/engagegraph/web/static/graphiql"));

await mkdir(out, { recursive: true });
const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: { app: "src/app.tsx" },
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022"],
  charset: "utf8",
  define: { "process.env.NODE_ENV": '"production"' },
  legalComments: "none", // gathered, whole, in LICENSES.txt
  metafile: true,
  logLevel: "warning",
});
await cp(join(here, "src/index.html"), join(out, "index.html"));
await writeFile(join(out, "LICENSES.txt"), await licences(Object.keys(metafile.inputs)));

/** The licence texts of every npm package that has a file in the bundle. */
async function licences(inputs) {
  const folders = new Set();
  for (const input of inputs) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match) folders.add(join(here, match[1]));
  }
  const texts = [];
  for (const folder of [...folders].sort()) {
    const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice)/i.test(file)).sort();
    const bodies = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
    texts.push([`${name} ${version} (${license})`, ...bodies.map((body) => body.trim())].join("\n\n"));
  }
  return texts.join(`\n\n${"-".repeat(80)}\n\n`) + "\n";
}
