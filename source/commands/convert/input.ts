import {detectUnreadable, headSize} from '../../kinds/unsupported-format.ts';
import {headAsUtf8} from '../../records/source/encoding.ts';
import {openPrivateCopy} from '../../records/source/private-copy.ts';
import {SourceFile} from '../../records/source/source-file.ts';
import {textStart} from '../../records/text-start.ts';
import {FormatError} from '../../session/format-error.ts';
import {continued, readFirst} from '../../session/open-stream.ts';
import type {InputSource, ReadOptions} from '../../session/read-options.ts';
import type {CommandIo} from '../io.ts';
import {openStdin, stdinSource} from '../standard-input.ts';

/** The input of a conversion: an open file with JSON text, or what a session reads. */
export type ConvertInput =
	| {readonly kind: 'json'; readonly file: SourceFile}
	| {readonly kind: 'records'; readonly source: InputSource};

/** Finds out by name and first bytes what an input is. @throws FileError, FormatError */
export async function openInput(path: string, reading: ReadOptions, io: CommandIo): Promise<ConvertInput> {
	if (path === stdinSource) return openInputStream(reading, io);
	const file = await SourceFile.open(path);
	try {
		const head = await file.read(0, headSize);
		if (isJsonText(head, reading)) return {kind: 'json', file};
		if (isJsonName(path)) {
			const wrong = reading.encoding === undefined ? detectUnreadable(head) : undefined;
			if (wrong !== undefined && wrong.code !== 'empty-file') throw new FormatError(path, wrong);
			return {kind: 'json', file};
		}
	} catch (error) {
		await file.close();
		throw error;
	}

	await file.close();
	return {kind: 'records', source: path};
}

async function openInputStream(reading: ReadOptions, io: CommandIo): Promise<ConvertInput> {
	const {name, stream} = openStdin(io);
	const iterator = stream[Symbol.asyncIterator]();
	const first = await readFirst(iterator, headSize);
	const whole = continued(first, iterator);
	if (!isJsonText(Buffer.concat(first), reading)) return {kind: 'records', source: {name, stream: whole}};
	try {
		return {kind: 'json', file: await openPrivateCopy(name, whole, io.signal)};
	} finally {
		await iterator.return?.();
	}
}

function isJsonName(path: string): boolean {
	return /\.(?:json|jsonl|ndjson)$/i.test(path);
}

/** True if a text starts like an object or an array. A bracket can also start the first label of a CSV. */
function isJsonText(bytes: Buffer, {encoding = 'utf-8'}: ReadOptions): boolean {
	const head = encoding === 'utf-8' ? bytes : (headAsUtf8(bytes, encoding) ?? bytes);
	return /^[ \t\r\n]*(?:\{|\[[ \t\r\n]*(?:[[\]{"\d-]|$))/.test(head.toString('utf8', textStart(head)));
}
