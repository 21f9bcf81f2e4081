import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build, type Plugin, transform} from 'esbuild';
import type {Group} from './test-files.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const guard = `${root}test/support/process-guard.ts`;

/**
Bundles each group of test files, with the source and the packages that they use, into one JavaScript file in a folder. Returns the
paths of these files. They load in a fraction of the time that Node needs to load, and tsx to compile, the single modules.
*/
export async function bundleTests(groups: readonly Group[], folder: string): Promise<readonly string[]> {
	await build({
		absWorkingDir: root,
		entryPoints: groups.map(({name}) => ({in: `group:${name}`, out: name})),
		outdir: folder,
		outExtension: {'.js': '.mjs'},
		bundle: true,
		splitting: true,
		format: 'esm',
		platform: 'node',
		target: 'node22',
		jsx: 'automatic',
		sourcemap: true,
		sourcesContent: false,
		// Like the program: React without its checks.
		define: {'process.env.NODE_ENV': '"production"'},
		// Packages with native code or programs of their own, and one that Ink loads only when DEV=true.
		external: [
			'@duckdb/node-api',
			'@electric-sql/pglite',
			'@lydell/node-pty',
			'esbuild',
			'keytar',
			'react-devtools-core',
			'typescript',
		],
		plugins: [groupEntries(groups), ownPaths],
		banner: {
			js: "import {createRequire as createRequire_} from 'node:module'; const require = createRequire_(import.meta.url);",
		},
		logLevel: 'warning',
	});
	return groups.map(({name}) => join(folder, `${name}.mjs`));
}

/** Makes an entry point of each group, which imports the guard of its process and its files. */
function groupEntries(groups: readonly Group[]): Plugin {
	return {
		name: 'group-entries',
		setup({onResolve, onLoad}) {
			onResolve({filter: /^group:/}, ({path}) => ({path: path.slice('group:'.length), namespace: 'group'}));
			onLoad({filter: /./, namespace: 'group'}, ({path}) => ({
				contents: [guard, ...(groups.find(({name}) => name === path)?.files ?? [])]
					.map(file => `import ${JSON.stringify(file)};\n`)
					.join(''),
				resolveDir: root,
			}));
		},
	};
}

/** Keeps the path of each bundled module: tests find files and programs next to themselves. */
const ownPaths: Plugin = {
	name: 'own-paths',
	setup({onLoad}) {
		onLoad({filter: /\.tsx?$/}, async ({path}) => {
			const text = await readFile(path, 'utf8');
			if (!text.includes('import.meta.')) return undefined;
			const {code} = await transform(text, {
				loader: path.endsWith('x') ? 'tsx' : 'ts',
				jsx: 'automatic',
				define: {
					'import.meta.url': JSON.stringify(pathToFileURL(path).href),
					'import.meta.filename': JSON.stringify(path),
				},
				sourcefile: path,
				sourcemap: 'inline',
			});
			return {contents: code};
		});
	},
};
