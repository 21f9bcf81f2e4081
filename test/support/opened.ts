import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {TestContext} from 'node:test';
import {Terminal} from '../terminal/terminal.ts';
import {temporaryFolder} from './folder.ts';
import {programPath} from './program.ts';

export type Opened = {readonly terminal: Terminal; readonly folder: string; readonly file: string};

export type OpenOptions = {
	readonly args?: readonly string[];
	readonly columns?: number;
	readonly rows?: number;
	/** Variables of the program; they may depend on the file. */
	env?(file: string): Readonly<Record<string, string>>;
	/** Text that shows that the file is open. */
	readonly until?: string;
};

/** Opens the built program in a terminal on a file with this content. */
export async function openInTerminal(
	t: TestContext,
	content: string | Buffer,
	{args = [], env = () => ({}), until = 'quit', ...size}: OpenOptions = {},
): Promise<Opened> {
	const folder = await temporaryFolder(t);
	const file = join(folder, 'warehouse.csv');
	await writeFile(file, content);
	const terminal = new Terminal({
		args: [programPath, 'warehouse.csv', ...args],
		cwd: folder,
		env: {HOME: folder, SECODA_UPLOAD_HOME: folder, ...env(file)},
		...size,
	});
	t.after(() => terminal[Symbol.dispose]());
	await terminal.shows(until);
	return {terminal, folder, file};
}
