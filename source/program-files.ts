import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

/** The programs that run as child processes or in threads. */
export type EntryPointName = 'keyring-child' | 'check-worker';

export type EntryPoint = {
	readonly path: string;
	/** Options for Node itself. */
	readonly execArgv: readonly string[];
};

const sources: {readonly [Name in EntryPointName]: string} = {
	'keyring-child': './profiles/keyring/child.ts',
	'check-worker': './session/beside/worker.ts',
};

/** Returns an entry point: next to the bundle, or in the source, where Node strips the types. */
export function findEntryPoint(name: EntryPointName): EntryPoint {
	const path = firstExisting([`./${name}.js`, `../${name}.js`, sources[name]]);
	return {path, execArgv: []};
}

/** Returns the path of an example file that is installed with the program. */
export function examplePath(name: 'warehouse.csv' | 'corrections.csv'): string {
	return firstExisting([`../examples/${name}`, `../../examples/${name}`]);
}

/** Returns the first existing path, relative to this code, which is bundled into `dist/` or `dist/chunks/`. */
function firstExisting(candidates: readonly string[]): string {
	const paths = candidates.map(candidate => fileURLToPath(new URL(candidate, import.meta.url)));
	const found = paths.find(path => existsSync(path));
	if (found === undefined) throw new Error(`the installation is incomplete: none of ${paths.join(', ')} exists`);
	return found;
}
