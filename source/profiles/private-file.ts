import {dirname} from 'node:path';
import type {AtomicFile} from '../files/atomic-file.ts';
import type {Durability} from '../files/durability.ts';
import {makeFolder, privateFolderMode} from '../files/make-folder.ts';
import {findFile} from '../files/output.ts';
import {replaceFile} from '../files/replace-file.ts';
import {writeErrors} from '../files/write-errors.ts';

/**
Writes or replaces a file that only its owner can read, in a folder that only its owner can enter. Settings that root has written
for a user stay readable for that user. Symbolic links are followed.

@throws UserError; what was there before is then unchanged
*/
export async function writePrivateFile(path: string, write: (file: AtomicFile) => Promise<void>): Promise<Durability> {
	try {
		makeFolder(dirname(path), privateFolderMode);
	} catch (error) {
		throw writeErrors.notWritten(path, error);
	}

	const {durability} = await replaceFile(await findFile(path), {
		write,
		existing: 'replace',
		access: {kind: 'private'},
	});
	return durability;
}
