import {type ChildProcess, spawn, spawnSync} from 'node:child_process';
import {chownSync, mkdirSync, readdirSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import type {TestContext} from 'node:test';
import {setTimeout} from 'node:timers/promises';

/** The user of a server: the servers refuse to run as root. */
type ServerUser = {readonly uid?: number; readonly gid?: number};

/** Returns the folders that can have the programs of servers. */
function programFolders(): readonly string[] {
	let versions: readonly string[] = [];
	try {
		versions = readdirSync('/usr/lib/postgresql').map(version => `/usr/lib/postgresql/${version}/bin`);
	} catch {
		// Debian's folder of PostgreSQL is not here.
	}

	return [...versions, ...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin'];
}

/** Returns the path of a program; `undefined` if it is not installed. */
export function findProgram(name: string): string | undefined {
	for (const folder of programFolders()) {
		try {
			if (readdirSync(folder).includes(name)) return join(folder, name);
		} catch {
			// A folder of PATH does not have to exist.
		}
	}

	return undefined;
}

/** Returns the user that the package of a server has created, if this process may become it. */
export function serverUser(name: string): ServerUser {
	if (process.getuid?.() !== 0) return {};
	const id = (option: string) => Number(spawnSync('id', [option, name], {encoding: 'utf8'}).stdout.trim());
	return {uid: id('-u'), gid: id('-g')};
}

/** Creates a folder for the data and the socket of a server, which is removed when the test ends. */
export async function serverFolder(t: TestContext, {uid, gid}: ServerUser): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'secoda-upload-engine-'));
	t.after(() => rm(folder, {recursive: true, force: true}));
	mkdirSync(join(folder, 'data'));
	if (uid !== undefined && gid !== undefined) for (const path of ['', 'data']) chownSync(join(folder, path), uid, gid);
	return folder;
}

/** Runs a program to its end and returns its standard output. @throws Error */
export function runToEnd(command: string, args: readonly string[], user: ServerUser = {}, input = ''): string {
	const {status, stdout, stderr} = spawnSync(command, [...args], {...user, input, encoding: 'utf8', cwd: '/'});
	if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
	return stdout;
}

/** Starts a server, and stops it when the test ends. Resolves when it answers. */
export async function startServer(
	t: TestContext,
	{command, args, user, answers}: {command: string; args: readonly string[]; user: ServerUser; answers: () => boolean},
): Promise<void> {
	const server = spawn(command, [...args], {...user, stdio: 'ignore', cwd: '/'});
	t.after(() => stop(server));
	while (!answers()) {
		if (server.exitCode !== null) throw new Error(`${command} ended with ${server.exitCode}`);
		await setTimeout(50);
	}
}

async function stop(server: ChildProcess): Promise<void> {
	if (server.exitCode !== null) return;
	const ended = new Promise(resolve => server.once('exit', resolve));
	server.kill('SIGTERM');
	await ended;
}
