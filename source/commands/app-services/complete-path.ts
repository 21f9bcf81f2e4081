import {readdir, stat} from 'node:fs/promises';
import {homedir} from 'node:os';
import {join, sep} from 'node:path';
import {absolutePath} from '../working-folder.ts';

/** The maximum number of candidates. */
const maxCandidates = 200;

/** Returns a typed path with `~` replaced by the user's home. */
export function expandHome(text: string, env: NodeJS.ProcessEnv): string {
	const bare = text.trim();
	return /^~(?=$|[\\/])/.test(bare) ? join(env.HOME || homedir(), bare.slice(1)) : bare;
}

/** Returns the absolute path of a typed path. */
export function resolveFile(text: string, env: NodeJS.ProcessEnv): string {
	return absolutePath(expandHome(text, env));
}

/** Returns the completions of a typed path, tables first; folders end in a separator. */
export async function completePath(text: string, env: NodeJS.ProcessEnv): Promise<readonly string[]> {
	const start = text.slice(0, Math.max(text.lastIndexOf('/'), text.lastIndexOf(sep)) + 1);
	const prefix = text.slice(start.length);
	const folder = absolutePath(start === '' ? '.' : resolveFile(start, env));
	const entries = await readdir(folder, {withFileTypes: true});
	const found = entries
		.filter(({name}) => hasPrefix(name, prefix) && (prefix.startsWith('.') || !name.startsWith('.')))
		.sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name))
		.slice(0, maxCandidates);
	return Promise.all(found.map(async entry => `${start}${entry.name}${(await isFolder(folder, entry)) ? sep : ''}`));
}

/** Returns the sort order of an entry: tables, folders, other files. */
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
