import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {TestContext} from 'node:test';

/** A scope with clean-up at its end, such as a test. */
export type Scope = Pick<TestContext, 'after'>;

/** Creates a folder that is removed when the test ends. */
export async function temporaryFolder(t: Scope): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'secoda-upload-test-'));
	t.after(() => rm(folder, {recursive: true, force: true}));
	return folder;
}

/** Writes a file into a folder of its own and returns its path. */
export async function temporaryFile(t: Scope, content: string | Buffer, name = 'warehouse.csv'): Promise<string> {
	const path = join(await temporaryFolder(t), name);
	await writeFile(path, content);
	return path;
}
