import {JsonTextError} from '../../records/jsonl/json-text-error.ts';
import {ObjectLines} from '../../records/jsonl/object-lines.ts';
import {recordLimits} from '../../records/record-limits.ts';
import {asUtf8, type Encoding} from '../../records/source/encoding.ts';
import type {SourceFile} from '../../records/source/source-file.ts';
import {wrongEncoding} from '../../session/format-error.ts';
import type {Session} from '../../session/session.ts';
import {JsonInputError} from './json-input-error.ts';

/** Lines that are made from an open file. */
export interface LineSource {
	readonly file: SourceFile;
	/** The name of the new file where the user gives a folder. */
	readonly fileName: string;
	/** The fields that are not converted. */
	readonly omitted: readonly string[];
	/** The number of lines, and those of each type of resource if it is known; complete after `write`. */
	readonly written: {readonly lines: number; readonly counts: Readonly<Record<string, number>> | undefined};
	write(signal: AbortSignal): AsyncGenerator<Buffer, void, void>;
	close(): Promise<void>;
}

/** Returns the resources of a session without errors as lines; `undefined` if its kind has no other form. */
export function sessionLines(session: Session): LineSource | undefined {
	const conversion = session.conversion();
	if (conversion === undefined) return undefined;
	const {fileName, omitted, counts} = conversion;
	return {
		file: session.records.file,
		fileName,
		omitted,
		get written() {
			return {lines: Object.values(counts).reduce((sum, number) => sum + number, 0), counts};
		},
		write: signal => conversion.write(signal),
		close: () => session.close(),
	};
}

/** Returns the objects of a JSON text as lines. */
export function jsonLines(file: SourceFile, fileName: string, encoding: Encoding = 'utf-8'): LineSource {
	const objects = new ObjectLines(recordLimits.record);
	return {
		file,
		fileName,
		omitted: [],
		get written() {
			return {lines: objects.lines, counts: undefined};
		},
		async *write(signal) {
			try {
				for await (const piece of objects.write(encoding === 'utf-8' ? readPieces(file) : asUtf8(file, encoding))) {
					signal.throwIfAborted();
					yield piece;
				}
			} catch (error) {
				if (error instanceof JsonTextError) throw new JsonInputError(file.path, error);
				throw error instanceof TypeError && encoding !== 'utf-8' ? wrongEncoding(file.path, encoding) : error;
			}
		},
		close: () => file.close(),
	};
}

/** Bytes of one read. */
const readSize = 256 * 1024;

async function* readPieces(file: SourceFile): AsyncGenerator<Buffer, void, void> {
	for (let offset = 0; offset < file.size; offset += readSize) yield await file.read(offset, readSize);
}
