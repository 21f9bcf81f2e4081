import type {Stats} from 'node:fs';
import {lstat, readlink, realpath, stat} from 'node:fs/promises';
import {basename, dirname, join, resolve, sep} from 'node:path';
import {systemCode, UserError} from '../errors/user-error.ts';
import {writeErrors} from './write-errors.ts';

/** An output that takes bytes as they come. */
export type StreamOutput =
	/** An open descriptor of this process, such as 1 for `/dev/stdout`. */
	| {readonly kind: 'descriptor'; readonly descriptor: number; readonly path: string}
	| {readonly kind: 'fifo' | 'character-device'; readonly path: string};

/** Where output goes: a stream, or a regular file or a new one, behind all symbolic links, that is replaced as a whole. */
export type OutputTarget = {readonly kind: 'file'; readonly path: string} | StreamOutput;

/** Symbolic links that are followed at most, as on Linux. */
const maxLinks = 40;

/**
Finds out what a path that is to be written leads to; nothing is opened yet.

@throws UserError `folder`, `not-a-file`, `not-written`
*/
export async function findOutput(path: string): Promise<OutputTarget> {
	if (namesFolder(path)) throw writeErrors.folder(path);
	try {
		return await follow(path);
	} catch (error) {
		throw error instanceof UserError ? error : writeErrors.notWritten(path, error);
	}
}

/** Returns the path of the file that a path leads to, be it a new one. @throws UserError as `findOutput`, and when it is no file */
export async function findFile(path: string): Promise<string> {
	const output = await findOutput(path);
	if (output.kind !== 'file') throw writeErrors.notWritable(path, 'not a regular file');
	return output.path;
}

/** True if a path can only be that of a folder, as it is written. */
function namesFolder(path: string): boolean {
	return (sep === '/' ? /\/\.{0,2}$/ : /[\\/]\.{0,2}$/).test(path);
}

async function follow(path: string): Promise<OutputTarget> {
	let current = resolve(path);
	for (let links = 0; links < maxLinks; links++) {
		const descriptor = descriptorOf(current) ?? descriptorOf(await inRealFolder(current));
		if (descriptor !== undefined) return {kind: 'descriptor', descriptor, path};
		const stats = await lstatOrAbsent(current);
		if (stats?.isSymbolicLink() !== true) return outputOf(stats, await inRealFolder(current), path);
		current = resolve(dirname(await inRealFolder(current)), await readlink(current));
	}

	// Too many links: the system has its own message for that.
	return outputOf(await stat(path), current, path);
}

function outputOf(stats: Stats | undefined, path: string, named: string): OutputTarget {
	if (stats === undefined || stats.isFile()) return {kind: 'file', path};
	if (stats.isFIFO()) return {kind: 'fifo', path: named};
	if (stats.isCharacterDevice()) return {kind: 'character-device', path: named};
	if (stats.isDirectory()) throw writeErrors.folder(named);
	throw writeErrors.notWritable(named, stats.isBlockDevice() ? 'a block device' : 'a socket');
}

/** The number in a path such as `/dev/fd/3`, `/dev/stdout` or `/proc/self/fd/3`. */
function descriptorOf(path: string): number | undefined {
	if (path === '/dev/stdout') return 1;
	if (path === '/dev/stderr') return 2;
	const [, process_, number] = /^\/(?:dev|proc\/(self|\d+))\/fd\/(\d+)$/.exec(path) ?? [];
	const isOwn = process_ === undefined || process_ === 'self' || process_ === String(process.pid);
	return number !== undefined && isOwn ? Number(number) : undefined;
}

/** The same file by a path on which only the last name can be a link. */
async function inRealFolder(path: string): Promise<string> {
	return join(await realpath(dirname(path)).catch(() => dirname(path)), basename(path));
}

async function lstatOrAbsent(path: string): Promise<Stats | undefined> {
	return lstat(path).catch(error => {
		if (systemCode(error) === 'ENOENT') return undefined;
		throw error;
	});
}
