import {lstat, stat} from 'node:fs/promises';
import {basename, dirname, extname, join} from 'node:path';
import type {WriteResult} from '../../files/atomic-file.ts';
import {isSameFile} from '../../files/identity.ts';
import {findFile} from '../../files/output.ts';
import {replaceFile} from '../../files/replace-file.ts';
import {writeErrors} from '../../files/write-errors.ts';
import {type StreamTarget, writeStream} from '../../files/write-stream.ts';
import type {Records} from '../records.ts';
import {fileErrors} from '../source/file-error.ts';
import type {SourceChange, SourceFile} from '../source/source-file.ts';
import {readCurrentBytes} from './current-bytes.ts';

export type {StreamTarget} from '../../files/write-stream.ts';

/** The destination of a save. */
export type SaveTarget =
	/** The opened file itself. */
	| {readonly kind: 'in-place'}
	/** Another file; with `replace`, an existing one may be replaced. */
	| {readonly kind: 'copy'; readonly path: string; readonly replace: boolean};

/** The result of a save: the complete file, its durability, and the attributes of the old file that it does not have. */
export type SaveResult = WriteResult & {
	/** The path of the saved file. */
	readonly path: string;
	/** The change that another program has made to the source since it was opened. The copy does not have it. */
	readonly sourceChange: SourceChange;
};

/** The mode of a file that is created from a stream, before the umask. */
const newFileMode = 0o666;

/** Returns the path of the fixed copy next to a file: `warehouse.csv` -> `warehouse.fixed.csv`. */
export function fixedCopyPath(path: string): string {
	const extension = extname(path);
	return join(dirname(path), `${basename(path, extension)}.fixed${extension || '.csv'}`);
}

/** True if the name exists, also as a dangling symbolic link. */
export async function pathExists(path: string): Promise<boolean> {
	return lstat(path).then(
		() => true,
		() => false,
	);
}

/**
Writes the current records to a file, as a whole or not at all. Symbolic links are followed.

@throws UserError `file-changed`, `file-replaced`, `is-copy`, `is-source`, `already-exists`, `not-written`, `save-stopped`; what was on disk before is
then unchanged.
*/
export async function save(records: Records, target: SaveTarget, signal: AbortSignal): Promise<SaveResult> {
	const {file, overlay} = records;
	const mark = overlay.saved.checkpoint();
	const path = await pathOf(target, records);
	const assertCurrent = () => assertSavable(file, target, signal);
	await assertCurrent();
	const replaced = await replaceFile(path, {
		write: file => file.writeAll(readCurrentBytes(records, signal)),
		existing: target.kind === 'in-place' || target.replace ? 'replace' : 'refuse',
		access: {kind: 'inherit', mode: (await stat(file.realPath).catch(() => undefined))?.mode ?? newFileMode},
		signal,
		beforeNaming: assertCurrent,
	});
	// The file is saved even if its state cannot be read. Then the next save in place detects a changed file.
	if (target.kind === 'in-place') await file.rememberReplacement().catch(() => undefined);
	overlay.saved.markSaved(mark);
	if (target.kind === 'in-place') return {...replaced, path: file.path, sourceChange: 'none'};
	// The copy is saved even if the state of its source cannot be read.
	const sourceChange = await file.changeSince(signal).catch(() => 'none' as const);
	return {...replaced, path: target.path, sourceChange};
}

/**
Writes the current records to a stream.

@throws UserError `file-changed`, `not-written`, `save-stopped`; a part may have been written then.
*/
export async function writeTo(records: Records, stream: StreamTarget, signal: AbortSignal): Promise<void> {
	await records.file.assertReadable(signal);
	await writeStream(stream, readCurrentBytes(records, signal), signal);
	await records.file.assertReadable(signal);
}

/** A copy needs only the opened content; a save in place must not lose what another program wrote. */
async function assertSavable(file: SourceFile, {kind}: SaveTarget, signal: AbortSignal): Promise<void> {
	if (kind === 'copy') return file.assertReadable(signal);
	await file.assertUnchanged(signal);
	await file.assertNotReplaced(signal);
}

/** Returns the path with symbolic links resolved. @throws UserError for a target that must not be replaced. */
async function pathOf(target: SaveTarget, {file}: Records): Promise<string> {
	if (target.kind === 'in-place') {
		if (file.isCopy) throw fileErrors.isCopy(file.path);
		return file.realPath;
	}

	const path = await findFile(target.path);
	if (await isSameFile(path, file.realPath)) throw writeErrors.isSource(target.path);
	return path;
}
