import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after} from 'node:test';
import {compileShim, errno} from '../torture/injector.ts';

export type ReadFault = {
	/** The absolute path of the file of which reads fail. */
	readonly path: string;
	/** How they fail; `eof`: the file ends. */
	readonly error: keyof typeof errno | 'eof';
	/** Reads that succeed first. */
	readonly after?: number;
	/** Reads fail only while this file exists. */
	readonly flag?: string;
};

const folder = mkdtempSync(join(tmpdir(), 'secoda-upload-test-'));
after(() => rmSync(folder, {recursive: true, force: true}));
const shim = join(folder, 'shim.so');

/** Why no reads can be failed on this machine; `false` when they can. */
export const noReadFaults: string | false = !compileShim(shim) && 'needs Linux and a C compiler';

/** The variables with which the program meets a read fault. */
export function readFaultEnvironment({path, error, after = 0, flag}: ReadFault): Readonly<Record<string, string>> {
	return {
		LD_PRELOAD: shim,
		TORTURE_FOLDER: path,
		TORTURE_CALLS: 'read pread64',
		TORTURE_AT: String(after),
		TORTURE_FROM: '1',
		TORTURE_ERRNO: String(error === 'eof' ? error : errno[error]),
		...(flag === undefined ? {} : {TORTURE_FLAG: flag}),
	};
}
