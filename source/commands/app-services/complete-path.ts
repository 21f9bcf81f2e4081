import {readdir, stat} from 'node:fs/promises';
import {homedir} from 'node:os';
import {join, sep} from 'node:path';
import {absolutePath} from '../working-folder.ts';

/** Candidates at most: more than that nobody reads. */
const maxCandidates = 200;

/** Returns the path that is meant, relative if it was typed so; `~` is the user's home. */
export function expandHome(text: string, env: NodeJS.ProcessEnv): string {
	const bare = text.trim();
	return /^~(?=$|[\\/])/.test(bare) ? join(env.HOME || homedir(), bare.slice(1)) : bare;
}

/** Returns the absolute path that is meant. */
export function resolveFile(text: string, env: NodeJS.ProcessEnv): string {
	return absolutePath(expandHome(text, env));
}

/** What a path that is being typed can become, written as it was begun; tables first; folders end in a separator. */
export async function completePath(text: string, env: NodeJS.ProcessEnv): Promise<readonly string[]> {
	const start = text.slice(0, Math.max(text.lastIndexOf('/'), text.lastIndexOf(sep)) + 1);
	const begun = text.slice(start.length);
	const folder = absolutePath(start === '' ? '.' : resolveFile(start, env));
	const entries = await readdir(folder, {withFileTypes: true});
	const found = entries
		.filter(({name}) => hasPrefix(name, begun) && (begun.startsWith('.') || !name.startsWith('.')))
		.sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name))
		.slice(0, maxCandidates);
	return Promise.all(found.map(async entry => `${start}${entry.name}${(await isFolder(folder, entry)) ? sep : ''}`));
}

/** A file, as it may be opened, stands before a folder only when it looks like a table. */
function rank(entry: FolderEntry): number {
	if (entry.isDirectory()) return 1;
	return /\.(?:csv|tsv|txt|psv)$/i.test(entry.name) ? 0 : 2;
}

function hasPrefix(name: string, begun: string): boolean {
	return name.toLowerCase().startsWith(begun.toLowerCase());
}

type FolderEntry = {readonly name: string; isDirectory(): boolean; isSymbolicLink(): boolean};

async function isFolder(folder: string, entry: FolderEntry): Promise<boolean> {
	if (!entry.isSymbolicLink()) return entry.isDirectory();
	return stat(join(folder, entry.name)).then(
		stats => stats.isDirectory(),
		() => false,
	);
}
