/** Bundles the program: `dist/cli.js` and the entries that run beside it. */
import {chmod, readFile, rm} from 'node:fs/promises';
import {build} from 'esbuild';

const root = new URL('../', import.meta.url).pathname;
const {version} = JSON.parse(await readFile(`${root}package.json`, 'utf8')) as {version: string};

await rm(`${root}dist`, {recursive: true, force: true});
await build({
	absWorkingDir: root,
	entryPoints: {cli: 'source/cli.ts', 'keyring-child': 'source/profiles/keyring/child.ts'},
	outdir: 'dist',
	bundle: true,
	splitting: true,
	chunkNames: 'chunks/[name]-[hash]',
	format: 'esm',
	platform: 'node',
	target: 'node22',
	minifySyntax: true,
	legalComments: 'none',
	external: ['keytar'],
	// Ink asks for the devtools only when DEV=true; the bundle has none.
	alias: {'react-devtools-core': './scripts/no-devtools.ts'},
	define: {'process.env.NODE_ENV': '"production"', 'process.env.SECODA_UPLOAD_VERSION': JSON.stringify(version)},
	// Bundled CommonJS packages call require(); an ES module has none.
	banner: {
		js: "import {createRequire as createRequire_} from 'node:module'; const require = createRequire_(import.meta.url);",
	},
	logLevel: 'warning',
});
await chmod(`${root}dist/cli.js`, 0o755);
