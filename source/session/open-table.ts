import type {NamedColumns} from '../rules/header.ts';
import {headSize, recogniseDelimiter, wrongFormat} from '../rules/recognise.ts';
import type {Delimiter} from '../table/dialect.ts';
import {asUtf8, type Encoding, encodingNames} from '../table/encoding.ts';
import {openPrivateCopy} from '../table/private-copy.ts';
import {SourceFile} from '../table/source-file.ts';
import {Table} from '../table/table.ts';
import {FormatError} from './format-error.ts';

/** How a file is to be read, where that is not left to recognition. */
export type Reading = {
	/** The encoding of the file. Another one than UTF-8 is converted to a private copy. */
	readonly encoding?: Encoding | undefined;
	readonly delimiter?: Delimiter | undefined;
	/** Columns whose field a person has named. */
	readonly mapping?: NamedColumns | undefined;
};

/** Where a file comes from: its path, or a stream under a name. */
export type Source = string | {readonly name: string; readonly stream: AsyncIterable<Uint8Array>};

/** Opens a file as a table of which the header is read. @throws FileError, FormatError */
export async function openTable(source: Source, reading: Reading, signal: AbortSignal): Promise<Table> {
	const given =
		typeof source === 'string'
			? await SourceFile.open(source)
			: await openPrivateCopy(source.name, source.stream, signal);
	let file = given;
	try {
		if (reading.encoding !== undefined && reading.encoding !== 'utf-8') {
			file = await converted(given, reading.encoding, signal);
		}

		const head = await file.read(0, headSize);
		const wrong = wrongFormat(head);
		if (wrong !== undefined) throw new FormatError(file.path, wrong);
		return await Table.open(file, reading.delimiter ?? recogniseDelimiter(head));
	} catch (error) {
		await file.close();
		throw error;
	} finally {
		if (file !== given) await given.close();
	}
}

async function converted(file: SourceFile, encoding: Encoding, signal: AbortSignal): Promise<SourceFile> {
	try {
		return await openPrivateCopy(file.path, asUtf8(file, encoding), signal);
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		throw new FormatError(file.path, {
			code: 'encoding-error',
			message: `The file is not written in ${encodingNames[encoding]}.`,
			next: 'Leave the encoding to be recognised, or name another one (--encoding).',
		});
	}
}
