import {relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Plugin} from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
Modules that a dynamic import loads together with the others of their chunk. Without it, esbuild makes a chunk of every part of
the program that the same of these modules share, and each chunk costs time before the first frame.
*/
export const chunks: Readonly<Record<string, readonly string[]>> = {
	commands: [
		'source/commands/app-services/prompt-for-token.ts',
		'source/commands/check.ts',
		'source/commands/convert/convert.ts',
		'source/commands/demo.ts',
		'source/commands/explain-problem.ts',
		'source/commands/fix/fix.ts',
		'source/commands/headless-demo.ts',
		'source/commands/history.ts',
		'source/commands/integrations.ts',
		'source/commands/lineage.ts',
		'source/commands/login.ts',
		'source/commands/logout.ts',
		'source/commands/plan/plan.ts',
		'source/commands/profiles.ts',
		'source/commands/review.ts',
		'source/commands/rollback/rollback.ts',
		'source/commands/set-profile.ts',
		'source/commands/settings.ts',
		'source/commands/sql/sql.ts',
		'source/commands/upload.ts',
	],
	sandbox: ['source/commands/sandbox.ts', 'source/sandbox/sandbox.ts'],
	app: ['source/app/run-app.ts', 'source/app/ask-for-token.ts'],
};

/** Loads the modules of a chunk with one dynamic import, and fails if one of them is not imported any more. */
export const fewerChunks: Plugin = {
	name: 'chunks',
	setup({onResolve, onLoad, onEnd, resolve}) {
		const unused = new Set(Object.values(chunks).flat());
		onResolve({filter: /^\./}, async ({kind, path, importer, resolveDir, pluginData}) => {
			if (kind !== 'dynamic-import' || pluginData === resolving) return undefined;
			const resolved = await resolve(path, {kind, importer, resolveDir, pluginData: resolving});
			const file = relative(root, resolved.path).replaceAll('\\', '/');
			const chunk = Object.keys(chunks).find(name => chunks[name]?.includes(file));
			unused.delete(file);
			return chunk === undefined ? resolved : {path: chunk, namespace: 'chunk'};
		});
		onLoad({filter: /./, namespace: 'chunk'}, ({path}) => ({
			contents: (chunks[path] ?? []).map(file => `export * from './${file}';`).join('\n'),
			resolveDir: root,
		}));
		onEnd(() => ({
			errors: [...unused].map(file => ({
				text: `Nothing imports ${file} dynamically: adapt scripts/bundled/chunks.ts.`,
			})),
		}));
	},
};

const resolving = Symbol('resolving');
