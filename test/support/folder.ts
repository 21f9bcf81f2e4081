import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {TestContext} from 'node:test';

/** Something that ends, a test for example, and takes along what was made for it. */
export type Scope = Pick<TestContext, 'after'>;

/** A folder of its own for a test; it goes when the test ends. */
export async function temporaryFolder(t: Scope): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'secoda-upload-test-'));
	t.after(() => rm(folder, {recursive: true, force: true}));
	return folder;
}

/** A file with this content in a folder of its own. Answers its path. */
export async function temporaryFile(t: Scope, content: string | Buffer, name = 'warehouse.csv'): Promise<string> {
	const path = join(await temporaryFolder(t), name);
	await writeFile(path, content);
	return path;
}
