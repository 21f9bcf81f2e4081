import type {CheckedFile} from '../checked-file.ts';
import type {CheckProgress} from '../file-check.ts';
import {canCheckBeside, checkBeside} from './check-beside.ts';

/** The number of bytes from which a thread of its own saves more time than its start takes. */
const worthThread = 8 * 1024 * 1024;

/** Checks files: the first in this thread, each other large one in a thread of its own where that is possible. */
export async function checkTogether(
	files: readonly CheckedFile[],
	signal: AbortSignal,
	onProgress?: CheckProgress,
): Promise<void> {
	const abort = new AbortController();
	const stop = AbortSignal.any([signal, abort.signal]);
	const progress = progressOf(files, onProgress);
	const [, ...others] = files;
	const beside = new Map(
		others
			.filter(file => file.records.file.size >= worthThread && canCheckBeside(file))
			.map(file => [file, checkBeside(file, stop, bytes => progress(file, bytes))] as const),
	);
	// A thread can fail while another file is checked: that is reported when its file is next.
	for (const check of beside.values()) check.catch(() => undefined);
	try {
		for (const file of files) {
			if ((await beside.get(file)) !== 'checked') await file.check(stop, bytes => progress(file, bytes));
		}
	} finally {
		abort.abort();
		await Promise.allSettled(beside.values());
	}
}

/** Returns a function that reports how many bytes of all files were read. */
function progressOf(files: readonly CheckedFile[], onProgress: CheckProgress = () => undefined) {
	const sizeOf = ({records}: CheckedFile) => records.file.size;
	const total = files.reduce((sum, file) => sum + sizeOf(file), 0);
	const read = new Map<CheckedFile, number>();
	return (file: CheckedFile, bytes: number) => {
		read.set(file, bytes);
		onProgress(
			[...read.values()].reduce((sum, number) => sum + number, 0),
			total,
		);
	};
}
