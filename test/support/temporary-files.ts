import {statfsSync} from 'node:fs';
import {tmpdir} from 'node:os';

/** Returns the folder for temporary files: memory where there is enough, because every save waits for the disk. */
export function temporaryFiles(): string {
	try {
		const {bavail, bsize} = statfsSync('/dev/shm');
		if (bavail * bsize > 2 ** 30) return '/dev/shm';
	} catch {
		// Other systems do not have it.
	}

	return tmpdir();
}
