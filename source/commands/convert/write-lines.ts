import {stat} from 'node:fs/promises';
import {makeFolder} from '../../files/make-folder.ts';
import {findFile} from '../../files/output.ts';
import {replaceFile} from '../../files/replace-file.ts';
import {writeErrors} from '../../files/write-errors.ts';
import {writeStream} from '../../files/write-stream.ts';
import type {SaveResult} from '../../records/save/save.ts';
import type {CommandIo} from '../io.ts';
import {openOutput} from '../named-output.ts';
import type {LineDestination} from './destination.ts';
import type {LineSource} from './line-source.ts';

/** Where lines were written. */
export type WrittenLines =
	| {readonly kind: 'saved'; readonly saved: SaveResult}
	| {readonly kind: 'streamed'; readonly name: string};

/** Writes lines to their destination; a file as a whole or not at all. @throws UserError */
export async function writeLines(
	source: LineSource,
	destination: LineDestination,
	io: CommandIo,
): Promise<WrittenLines> {
	switch (destination.kind) {
		case 'file':
			return {kind: 'saved', saved: await saveLines(source, destination, io.signal)};
		case 'stream': {
			const {output} = destination;
			await writeStream(await openOutput(output, io), source.write(io.signal), io.signal);
			return {kind: 'streamed', name: output.path};
		}
	}
}

/** The mode of a file that is made from a stream, before the umask. */
const newFileMode = 0o666;

async function saveLines(
	source: LineSource,
	{path, existing, folder}: LineDestination & {kind: 'file'},
	signal: AbortSignal,
): Promise<SaveResult> {
	const {file} = source;
	if (folder !== undefined) createFolder(folder);
	const replaced = await replaceFile(await findFile(path), {
		write: atomic => atomic.writeAll(source.write(signal)),
		existing,
		access: {kind: 'inherit', mode: (await stat(file.realPath).catch(() => undefined))?.mode ?? newFileMode},
		signal,
		beforeNaming: () => file.assertReadable(signal),
	});
	const sourceChange = await file.changeSince(signal).catch(() => 'none' as const);
	return {...replaced, path, sourceChange};
}

function createFolder(folder: string): void {
	try {
		makeFolder(folder);
	} catch (error) {
		throw writeErrors.notWritten(folder, error);
	}
}
