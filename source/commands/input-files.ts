import {existsSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {fileKinds, kindPairedWith} from '../kinds/index.ts';
import type {InputSource} from '../session/read-options.ts';
import {visible} from '../text/visible.ts';
import type {CommandIo} from './io.ts';
import {openStdin, stdinSource} from './standard-input.ts';
import type {UploadTarget} from './target.ts';
import {usageErrors} from './usage-errors.ts';

/** Paths of the files of one upload. */
export type FilePaths = readonly [string, ...string[]];

/** Returns the inputs of a target: its files, or standard input. @throws UsageError if there are none. */
export function openTargetSources(target: UploadTarget, io: CommandIo): readonly [InputSource, ...InputSource[]] {
	const [first, ...others] = pathsOf(target);
	if (first === stdinSource && others.includes(stdinSource)) throw usageErrors.twoStreams();
	const inputOf = (path: string) => (path === stdinSource ? openStdin(io) : path);
	return [inputOf(first), ...others.map(inputOf)];
}

/** Returns the files of a target. @throws UsageError if it has none, or standard input. */
export function requireFiles(target: UploadTarget): FilePaths {
	const paths = pathsOf(target);
	if (paths.includes(stdinSource)) throw usageErrors.appFromStdin();
	return paths;
}

function pathsOf({files, profile, reading}: UploadTarget): FilePaths {
	const [first, ...others] = files;
	if (first === undefined)
		throw profile === undefined ? usageErrors.noFile() : usageErrors.noFileInProfile(profile.name);
	const paths: FilePaths = others.length === 0 ? filesIn(first) : [first, ...others];
	if (paths.length > 1 && (reading.constants !== undefined || reading.requiredHeaders !== undefined))
		throw usageErrors.columnsOfSeveralFiles();
	return paths;
}

/** Returns the two files in a folder that have the usual names of kinds that are sent together; otherwise the path itself. */
export function filesIn(path: string): FilePaths {
	if (path === stdinSource || !isFolder(path)) return [path];
	for (const kind of fileKinds) {
		const other = kind.pairing?.place === 'first' ? kindPairedWith(kind) : undefined;
		if (other === undefined) continue;
		const [first, second] = [kind, other].map(({pairing}) => usualName(path, pairing?.fileNames ?? []));
		if (first !== undefined && second !== undefined) return [join(path, first), join(path, second)];
	}

	return [path];
}

/** Returns the only name of these that is in a folder. @throws UsageError if several are */
function usualName(folder: string, usual: readonly string[]): string | undefined {
	const [found, ...more] = usual.filter(name => existsSync(join(folder, name)));
	if (found !== undefined && more.length > 0)
		throw usageErrors.twoFilesOfOneKind(visible(folder), [found, ...more].map(visible));
	return found;
}

function isFolder(path: string): boolean {
	return existsSync(path) && statSync(path).isDirectory();
}
