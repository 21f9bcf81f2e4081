import assert from 'node:assert/strict';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';

/** No file below a folder holds the token, and none is named after it. */
export async function assertInNoFile(token: string, folder: string, except: readonly string[] = []): Promise<void> {
	for (const entry of await readdir(folder, {recursive: true, withFileTypes: true})) {
		const path = join(entry.parentPath, entry.name);
		assert.ok(!path.includes(token), `${path} is named after the token`);
		if (!entry.isFile() || except.includes(path)) continue;
		assert.ok(!(await readFile(path)).includes(token), `the token is in ${path}`);
	}
}

/** No command line of a process that runs now holds the token. Answers how many could be read. */
export async function assertInNoCommandLine(token: string): Promise<number> {
	let read = 0;
	for (const name of await readdir('/proc').catch(() => [])) {
		if (!/^\d+$/.test(name)) continue;
		const line = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => undefined);
		if (line === undefined) continue;
		read++;
		assert.ok(!line.includes(token), `the token is in the command line of process ${name}`);
	}

	return read;
}
