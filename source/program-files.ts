import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

/** The programs that run beside the main one. */
export type EntryPointName = 'keyring-child';

export type EntryPoint = {
	readonly path: string;
	/** Options for node itself. */
	readonly execArgv: readonly string[];
};

const sources: {readonly [Name in EntryPointName]: string} = {'keyring-child': './profiles/keyring/child.ts'};

/** Finds an entry: beside the bundle once it is built, else in the source, where Node strips the types. */
export function findEntryPoint(name: EntryPointName): EntryPoint {
	const path = firstExisting([`./${name}.js`, `../${name}.js`, sources[name]]);
	return {path, execArgv: []};
}

/** A file of the example warehouse that is shipped with the program. */
export function examplePath(name: 'warehouse.csv' | 'corrections.csv'): string {
	return firstExisting([`../examples/${name}`, `../../examples/${name}`]);
}

/** Bundled code may lie in `dist/` or in `dist/chunks/`. */
function firstExisting(candidates: readonly string[]): string {
	const paths = candidates.map(candidate => fileURLToPath(new URL(candidate, import.meta.url)));
	const found = paths.find(path => existsSync(path));
	if (found === undefined) throw new Error(`the program is not whole: none of ${paths.join(', ')} is there`);
	return found;
}
