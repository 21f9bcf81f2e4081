import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after} from 'node:test';
import {fileURLToPath} from 'node:url';

export type ReadFault = {
	/** The absolute path of the file of which reads fail. */
	readonly path: string;
	/** The number of the error; 0 = the file ends. */
	readonly error: number;
	/** Reads that succeed first. */
	readonly after?: number;
	/** Reads fail only while this file exists. */
	readonly flag?: string;
};

/** Error numbers of Linux. */
export const systemErrors = {endOfFile: 0, EIO: 5, ENXIO: 6, ESTALE: 116} as const;

const library = compiled();

/** Why no reads can be failed on this machine; `false` when they can. */
export const noReadFaults: string | false = library === undefined && 'needs Linux and gcc';

/** The variables with which the program meets a read fault. */
export function readFaultEnvironment({path, error, after, flag}: ReadFault): Readonly<Record<string, string>> {
	return {
		LD_PRELOAD: library ?? '',
		READ_FAULT_PATH: path,
		READ_FAULT_ERRNO: String(error),
		...(after === undefined ? {} : {READ_FAULT_AFTER: String(after)}),
		...(flag === undefined ? {} : {READ_FAULT_FLAG: flag}),
	};
}

function compiled(): string | undefined {
	if (process.platform !== 'linux') return undefined;
	const folder = mkdtempSync(join(tmpdir(), 'secoda-upload-test-'));
	after(() => rmSync(folder, {recursive: true, force: true}));
	const path = join(folder, 'read-faults.so');
	const source = fileURLToPath(new URL('read-faults.c', import.meta.url));
	return spawnSync('gcc', ['-shared', '-fPIC', '-O1', '-o', path, source, '-ldl']).status === 0 ? path : undefined;
}
