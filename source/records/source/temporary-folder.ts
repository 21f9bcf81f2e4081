import {mkdtemp} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {systemCode, UserError} from '../../errors/user-error.ts';

/** Creates a folder for temporary files that only this user can access. @throws UserError `not-written` */
export async function makeTemporaryFolder(prefix: string): Promise<string> {
	const parent = tmpdir();
	return mkdtemp(join(parent, prefix)).catch(error => {
		throw new UserError(
			'not-written',
			`There is no room for temporary files in ${parent} (${systemCode(error) ?? String(error)}).`,
			'Set TMPDIR to a folder that you can write to.',
			error,
		);
	});
}
