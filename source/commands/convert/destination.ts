import {stat} from 'node:fs/promises';
import {dirname, extname, join, sep} from 'node:path';
import {isOutputTo} from '../../files/identity.ts';
import type {StreamOutput} from '../../files/output.ts';
import {pathExists} from '../../records/save/save.ts';
import {visible} from '../../text/visible.ts';
import type {CommandIo} from '../io.ts';
import {findNamedOutput, isStdout, mayReplace} from '../named-output.ts';
import {stdinSource} from '../standard-input.ts';
import {usageErrors} from '../usage-errors.ts';
import {convertErrors} from './texts.ts';

/** The destination of converted lines. */
export type LineDestination =
	| {
			readonly kind: 'file';
			readonly path: string;
			readonly existing: 'replace' | 'refuse';
			/** A folder that is created if it is missing. */
			readonly folder: string | undefined;
	  }
	| {readonly kind: 'stream'; readonly output: StreamOutput};

export type LineDestinationOptions = {
	/** The path of the input. */
	readonly source: string;
	/** The value of -o: a file, a folder, or `-`. */
	readonly output: string | undefined;
	readonly json: boolean;
};

/** Returns the destination; an existing file is replaced only if the user confirms. @throws UserError */
export async function findLineDestination(
	{source, output, json}: LineDestinationOptions,
	fileName: string,
	io: CommandIo,
): Promise<LineDestination> {
	const named = output ?? (source === stdinSource ? '-' : join(dirname(source), fileName));
	const isFolder = output !== undefined && (await namesFolder(output));
	const path = isFolder ? join(named, fileName) : named;
	const found = await findNamedOutput(path);
	if (source !== stdinSource && (await isOutputTo(found, source))) throw convertErrors.isSource(visible(path));
	if (found.kind !== 'file') {
		if (json && isStdout(found)) throw usageErrors.jsonAndFileOnStdout();
		return {kind: 'stream', output: found};
	}

	const exists = await pathExists(found.path);
	if (exists && !(await mayReplace(path, io))) throw usageErrors.convertedExists(path);
	return {kind: 'file', path, existing: exists ? 'replace' : 'refuse', folder: isFolder ? named : undefined};
}

/** True if lines go to standard output, so that the report must go to standard error. */
export function linesTakeStdout(destination: LineDestination): boolean {
	return destination.kind === 'stream' && isStdout(destination.output);
}

/** True for a folder, and for a new name without an extension. */
async function namesFolder(path: string): Promise<boolean> {
	if (path === '' || path === '-') return false;
	if (path.endsWith('/') || path.endsWith(sep)) return true;
	const stats = await stat(path).catch(() => undefined);
	if (stats !== undefined) return stats.isDirectory();
	return extname(path) === '' && !(await pathExists(path));
}
