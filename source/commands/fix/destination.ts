import {existsSync, statSync} from 'node:fs';
import {basename, join} from 'node:path';
import {isOutputTo} from '../../files/identity.ts';
import {findFile, type StreamOutput} from '../../files/output.ts';
import {writeErrors} from '../../files/write-errors.ts';
import {fixedCopyPath, pathExists, type SaveTarget} from '../../records/save/save.ts';
import {visible} from '../../text/visible.ts';
import type {FilePaths} from '../input-files.ts';
import type {CommandIo} from '../io.ts';
import {findNamedOutput, isStdout, mayReplace} from '../named-output.ts';
import {stdinSource} from '../standard-input.ts';
import {usageErrors} from '../usage-errors.ts';

/** The destination of the result of `fix`. */
export type Destination =
	/** `--dry-run` */
	| {readonly kind: 'nowhere'}
	/** A file; one that the user named is written even without changes. */
	| {readonly kind: 'file'; readonly target: SaveTarget; readonly isNamed: boolean}
	| {readonly kind: 'stream'; readonly output: StreamOutput};

export type DestinationOptions = {
	readonly source: string;
	readonly dryRun: boolean;
	readonly output?: string | undefined;
	readonly inPlace: boolean;
	readonly json: boolean;
};

/** Returns the destination of each input, before any is read. Two inputs may have a folder as output. @throws UserError */
export async function findDestinations(
	paths: FilePaths,
	{output, ...options}: DestinationOptions,
	io: CommandIo,
): Promise<readonly Destination[]> {
	const [only] = paths;
	if (paths.length === 1) return [await findDestination({...options, output, source: only}, io)];
	const destinations: Destination[] = [];
	for (const source of paths)
		destinations.push(
			await findDestination({...options, output: output && inFolder(output, source, paths), source}, io),
		);
	return destinations;
}

/** Returns the path in the output folder that one of several files is written to. */
function inFolder(folder: string, source: string, paths: readonly string[]): string {
	const name = basename(source);
	if (!existsSync(folder) || !statSync(folder).isDirectory()) throw usageErrors.oneOutputForTwo();
	if (paths.some(path => path !== source && basename(path) === name)) throw usageErrors.equalNames(visible(name));
	return join(folder, name);
}

/** Returns the destination, before the input is read. @throws UserError */
async function findDestination(options: DestinationOptions, io: CommandIo): Promise<Destination> {
	const {source, dryRun, output, inPlace, json} = options;
	if (inPlace && output !== undefined) throw usageErrors.twoOutputs();
	if (inPlace && source === stdinSource) throw usageErrors.inPlaceFromStdin();
	if (dryRun) return {kind: 'nowhere'};
	if (inPlace) return {kind: 'file', target: {kind: 'in-place'}, isNamed: false};
	if (output === undefined && source !== stdinSource) return fixedCopyDestination(source, io);
	const found = await findNamedOutput(output ?? '-');
	if (source !== stdinSource && (await isOutputTo(found, source))) throw writeErrors.isSource(visible(output ?? ''));
	if (found.kind === 'file')
		return {kind: 'file', target: {kind: 'copy', path: output ?? found.path, replace: true}, isNamed: true};
	if (json && isStdout(found)) throw usageErrors.jsonAndFileOnStdout();
	return {kind: 'stream', output: found};
}

/** True if the fixed file goes to standard output, so that the report must go to standard error. */
export function takesStdout(destination: Destination): boolean {
	return destination.kind === 'stream' && isStdout(destination.output);
}

/** Returns the fixed copy next to the input; an existing one is replaced only if the user confirms. */
async function fixedCopyDestination(source: string, io: CommandIo): Promise<Destination> {
	const path = fixedCopyPath(source);
	const exists = await pathExists(path);
	if (exists) await findFile(path);
	if (exists && !(await mayReplace(path, io))) throw usageErrors.outputExists(path);
	return {kind: 'file', target: {kind: 'copy', path, replace: exists}, isNamed: false};
}
