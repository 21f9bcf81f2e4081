import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import type {BuildOptions} from 'esbuild';
import {fewerChunks} from './bundled/chunks.ts';
import {replacements} from './bundled/replacements.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Returns the options of esbuild for the program and the entries that run beside it. */
export async function bundleOptions(): Promise<BuildOptions> {
	const {version} = JSON.parse(await readFile(`${root}package.json`, 'utf8')) as {version: string};
	return {
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
		minifyWhitespace: true,
		legalComments: 'none',
		external: ['keytar'],
		plugins: [replacements, fewerChunks],
		inject: [`${root}scripts/bundled/lazy-segmenter.ts`],
		define: {
			'process.env.NODE_ENV': '"production"',
			'process.env.SECODA_UPLOAD_VERSION': JSON.stringify(version),
			// yoga would use fetch to decode its WebAssembly, and loading that takes 40 ms. All requests go through got.
			fetch: 'undefined',
			'Intl.Segmenter': 'LazySegmenter',
		},
		// Bundled CommonJS packages call require(); an ES module has none.
		banner: {
			js: "import {createRequire as createRequire_} from 'node:module'; const require = createRequire_(import.meta.url);",
		},
		logLevel: 'warning',
	};
}
