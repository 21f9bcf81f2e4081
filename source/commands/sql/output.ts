import type {StreamOutput} from '../../files/output.ts';
import {writeStream} from '../../files/write-stream.ts';
import {pathExists, type SaveResult} from '../../records/save/save.ts';
import type {CommandIo} from '../io.ts';
import {findNamedOutput, isStdout, mayReplace, openOutput} from '../named-output.ts';
import {encodeText, saveText} from '../save-text.ts';
import {usageErrors} from '../usage-errors.ts';

/** A destination other than standard output. */
type NamedDestination =
	| {readonly kind: 'stream'; readonly output: StreamOutput}
	| {readonly kind: 'file'; readonly path: string; readonly existing: 'replace' | 'refuse'};

/** The destination of a query. */
type QueryDestination = {readonly kind: 'stdout'} | NamedDestination;

/** How a query was written. */
export type WrittenQuery =
	| {readonly kind: 'streamed'; readonly name: string}
	| {readonly kind: 'saved'; readonly saved: SaveResult};

/** Returns the destination; an existing file is replaced only if the user confirms. @throws UserError */
export async function findQueryDestination(
	{output, json}: {readonly output: string | undefined; readonly json: boolean},
	io: CommandIo,
): Promise<QueryDestination> {
	if (output === undefined) return {kind: 'stdout'};
	const found = await findNamedOutput(output);
	if (found.kind !== 'file') {
		if (!isStdout(found)) return {kind: 'stream', output: found};
		if (json) throw usageErrors.jsonAndQueryOnStdout();
		return {kind: 'stdout'};
	}

	const exists = await pathExists(found.path);
	if (exists && !(await mayReplace(output, io))) throw usageErrors.queryExists(output);
	return {kind: 'file', path: output, existing: exists ? 'replace' : 'refuse'};
}

/** Writes a query to a stream or a file; a file as a whole or not at all. @throws UserError */
export async function writeQuery(text: string, destination: NamedDestination, io: CommandIo): Promise<WrittenQuery> {
	switch (destination.kind) {
		case 'stream': {
			const {output} = destination;
			await writeStream(await openOutput(output, io), encodeText(text), io.signal);
			return {kind: 'streamed', name: output.path};
		}

		case 'file': {
			const {path, existing} = destination;
			return {kind: 'saved', saved: await saveText(path, text, existing, io.signal)};
		}
	}
}
