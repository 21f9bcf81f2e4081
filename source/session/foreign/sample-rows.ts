import {isUtf8} from 'node:buffer';
import {looksLikeWindows1252} from '../../kinds/bytes/windows-1252.ts';
import type {RecordFormat} from '../../records/record-format.ts';
import {type Encoding, headAsUtf8} from '../../records/source/encoding.ts';
import type {SourceFile} from '../../records/source/source-file.ts';

/** The bytes that are read: a thousand rows of a usual dictionary. */
const sampleBytes = 512 * 1024;

/** The first records of a file. */
export type FirstRows = {
	readonly rows: readonly (readonly string[])[];
	/** The encoding that they were decoded from, if it is not UTF-8. */
	readonly encoding: Encoding | undefined;
};

/** Returns the cells of the first records of a file, at most `most`. */
export async function sampleRows(file: SourceFile, format: RecordFormat, most: number): Promise<FirstRows> {
	const {bytes, encoding} = decoded(await file.read(0, sampleBytes));
	const behind = file.size <= sampleBytes ? 'end' : 'more';
	const scanner = format.scanner();
	const rows: (readonly string[])[] = [];
	for (let at = format.textStart(bytes); at < bytes.length && rows.length < most; ) {
		const next = scanner.next(bytes, at, bytes.length, behind);
		if (next <= at) break;
		rows.push(scanner.values());
		at = next;
	}

	return {rows, encoding};
}

/** Returns the encoding of a file, if its first bytes are in another one than UTF-8. */
export async function recognizeEncoding(file: SourceFile): Promise<Encoding | undefined> {
	return decoded(await file.read(0, sampleBytes)).encoding;
}

/** Returns bytes as UTF-8. A character that is cut at the end is no reason for another encoding. */
function decoded(bytes: Buffer): {readonly bytes: Buffer; readonly encoding: Encoding | undefined} {
	if (isUtf8(bytes) || headAsUtf8(bytes, 'utf-8') !== undefined || !looksLikeWindows1252(bytes))
		return {bytes, encoding: undefined};
	return {bytes: headAsUtf8(bytes, 'windows-1252') ?? bytes, encoding: 'windows-1252'};
}
