import {readdirSync, readFileSync} from 'node:fs';
import {dirname, resolve, sep} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../test/', import.meta.url));

/** Modules that a unit test does not use, not even through its helpers: those that start processes, terminals, servers and databases. */
const outside =
	/'(?:node:child_process|node:http|@duckdb\/node-api|@electric-sql\/pglite|@lydell\/node-pty|@xterm\/[\w-]+|esbuild|typescript\/.*)'|startSandbox|dist\//;

/** Returns the paths of all test files. */
export function testFiles(): readonly string[] {
	return readdirSync(root, {recursive: true, encoding: 'utf8'})
		.filter(path => /\.test\.tsx?$/.test(path))
		.sort()
		.map(path => root + path);
}

/** Returns the unit tests: files that use nothing outside of this process, by their own imports and those of their helpers. */
export function unitFiles(): readonly string[] {
	const isInside = new Map<string, boolean>();
	const check = (path: string): boolean => {
		const known = isInside.get(path);
		if (known !== undefined) return known;
		// Helpers that import each other are looked at once.
		isInside.set(path, true);
		const text = readFileSync(path, 'utf8');
		const result = !outside.test(text) && helpersOf(path, text).every(check);
		isInside.set(path, result);
		return result;
	};
	return testFiles().filter(check);
}

/** Returns the files of test/ that a file imports. */
function helpersOf(path: string, text: string): readonly string[] {
	return [...text.matchAll(/from '(\.[^']+)'/g)]
		.map(([, target = '']) => resolve(dirname(path), target))
		.filter(target => target.startsWith(root));
}

export type Group = {readonly name: string; readonly files: readonly string[]};

/** How many files share a process, by folder; 1 for folders with a file that takes long. The order is the order of the start. */
const sizes: readonly (readonly [folder: string, size: number])[] = [
	['torture', 1],
	['simulation', 1],
	['app', 6],
	['profiles', 4],
	['commands', 6],
	['terminal', 4],
	['session', 8],
	['sql', 8],
	['', 12],
];

/** Divides files into groups of one process each; those that take long come first. */
export function groupsOf(files: readonly string[]): readonly Group[] {
	const left = new Set(files);
	return sizes.flatMap(([folder, size]) => {
		const members = [...left].filter(file => folder === '' || file.startsWith(`${root}${folder}${sep}`));
		for (const file of members) left.delete(file);
		const count = Math.ceil(members.length / size);
		return Array.from({length: count}, (_, at) => ({
			name: `${folder || 'others'}-${at + 1}`,
			// Neighbours often take equally long: they are dealt out.
			files: members.filter((_file, index) => index % count === at),
		}));
	});
}
