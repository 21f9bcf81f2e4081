import {builtinModules} from 'node:module';
import type {Plugin} from 'esbuild';

/** The namespace of the modules that replace those of Node. */
export const builtinNamespace = 'builtin';

/** Modules that are slow to load, and that few runs need: their functions load them when they are called. */
const slowModules: readonly string[] = ['node:child_process', 'node:crypto', 'node:zlib'];

const names = new RegExp(`^(?:node:)?(?:${builtinModules.filter(name => !name.startsWith('_')).join('|')})$`);

/**
Loads the modules of Node with `process.getBuiltinModule`. A static import reads all exports of such a module, which loads what
any of them needs.
*/
export const lazyBuiltins: Plugin = {
	name: 'lazy builtins',
	setup({onResolve, onLoad}) {
		onResolve({filter: names}, ({path, kind, importer}) => {
			if (kind !== 'import-statement') return undefined;
			return {
				path: path.startsWith('node:') ? path : `node:${path}`,
				// A module for each importing one: what several chunks share would be a chunk, too.
				suffix: `?${importer}`,
				namespace: builtinNamespace,
				sideEffects: false,
			};
		});
		onLoad({filter: /./, namespace: builtinNamespace}, async ({path}) => ({contents: await codeOf(path)}));
	},
};

async function codeOf(path: string): Promise<string> {
	const {default: builtin} = (await import(path)) as {readonly default: object};
	const isSlow = slowModules.includes(path);
	const exports = Object.keys(builtin)
		.filter(name => name !== 'default')
		.map((name, at) => {
			const value = isSlow && isPlainFunction(Reflect.get(builtin, name)) ? later(name) : now(name);
			return `const export${at} = ${value}; export {export${at} as ${name}};`;
		});
	return [
		// An old Node does not have this function. The program reports its version, and uses none of its modules.
		`const load = () => process.getBuiltinModule?.('${path}') ?? {};`,
		...exports,
		`export default ${isSlow ? '/* @__PURE__ */ new Proxy({}, {get: (_, name) => load()[name]})' : '/* @__PURE__ */ load()'};`,
	].join('\n');
}

/** Returns the code of an export that is read when the importing module is loaded, if that uses it. */
function now(name: string): string {
	return `/* @__PURE__ */ (() => load().${name})()`;
}

/** Returns the code of a function that loads its module when it is called. */
function later(name: string): string {
	return `(...values) => load().${name}(...values)`;
}

/** True for a function that is no class, and has no other form for `promisify`. */
function isPlainFunction(value: unknown): boolean {
	return typeof value === 'function' && /^[a-z]/.test(value.name) && Object.getOwnPropertySymbols(value).length === 0;
}
