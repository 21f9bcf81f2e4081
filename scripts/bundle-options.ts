import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import type {BuildOptions, Plugin} from 'esbuild';
import {lazyBuiltins} from './bundled/builtins.ts';
import {fewerChunks} from './bundled/chunks.ts';
import {replacements} from './bundled/replacements.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Returns the options of esbuild for the program and the entries that run beside it. */
export async function bundleOptions(): Promise<BuildOptions> {
	return {
		...(await commonOptions()),
		entryPoints: {main: 'source/main.ts'},
		splitting: true,
		chunkNames: 'chunks/[name]-[hash]',
		plugins: [replacements, fewerChunks, lazyBuiltins],
		inject: [`${root}scripts/bundled/lazy-segmenter.ts`],
		// Bundled CommonJS packages call require(); an ES module has none.
		banner: {
			js: "const require = name => process.getBuiltinModule(name) ?? process.getBuiltinModule('node:module').createRequire(import.meta.url)(name);",
		},
	};
}

/** Returns the options of esbuild for the entries that run beside the program. Chunks that they share with it would be chunks of every start. */
export async function besideOptions(): Promise<BuildOptions> {
	return {
		...(await commonOptions()),
		entryPoints: {
			'keyring-child': 'source/profiles/keyring/child.ts',
			'check-worker': 'source/session/beside/worker.ts',
		},
		external: ['keytar'],
		plugins: [lazyBuiltins],
		inject: [`${root}scripts/bundled/lazy-segmenter.ts`],
	};
}

/** Returns the options of esbuild for the first file that runs. It is a file of its own: the cache that it enables cannot have it. */
export async function cliOptions(): Promise<BuildOptions> {
	return {...(await commonOptions()), entryPoints: {cli: 'source/cli.ts'}, plugins: [mainIsExternal, lazyBuiltins]};
}

async function commonOptions(): Promise<BuildOptions> {
	const {version} = JSON.parse(await readFile(`${root}package.json`, 'utf8')) as {version: string};
	return {
		absWorkingDir: root,
		outdir: 'dist',
		bundle: true,
		format: 'esm',
		platform: 'node',
		target: 'node22',
		minifySyntax: true,
		minifyWhitespace: true,
		legalComments: 'none',
		define: {
			'process.env.NODE_ENV': '"production"',
			'process.env.SECODA_UPLOAD_VERSION': JSON.stringify(version),
			// yoga would use fetch to decode its WebAssembly, and loading that takes 40 ms. All requests go through got.
			fetch: 'undefined',
			'Intl.Segmenter': 'LazySegmenter',
		},
		logLevel: 'warning',
	};
}

const mainIsExternal: Plugin = {
	name: 'main is external',
	setup({onResolve}) {
		onResolve({filter: /^\.\/main\.ts$/}, () => ({path: './main.js', external: true}));
	},
};
