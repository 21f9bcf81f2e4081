import {UserError} from '../errors/user-error.ts';
import type {Field} from '../kinds/warehouse/field.ts';
import {columnOf, type NamedColumns} from '../kinds/warehouse/header.ts';
import {headSize, recogniseDelimiter, wrongFormat} from '../kinds/warehouse/recognise.ts';
import {withColumns} from '../records/add-columns.ts';
import {CsvFormat} from '../records/csv/csv-format.ts';
import type {Delimiter} from '../records/csv/dialect.ts';
import {Records} from '../records/records.ts';
import {asUtf8, type Encoding} from '../records/source/encoding.ts';
import {openPrivateCopy} from '../records/source/private-copy.ts';
import {SourceFile} from '../records/source/source-file.ts';
import {FormatError, notEncoded} from './format-error.ts';
import {headerOf} from './header-of.ts';
import {openStreamSource, type StreamSource} from './open-stream.ts';

/** How a file is to be read, where that is not left to recognition. */
export type Reading = {
	/** The encoding of the file. Another one than UTF-8 is converted to a private copy. */
	readonly encoding?: Encoding | undefined;
	readonly delimiter?: Delimiter | undefined;
	/** Columns whose field a person has named. */
	readonly mapping?: NamedColumns | undefined;
	/** Headers that must be there: the user has just named them. */
	readonly requiredHeaders?: readonly string[] | undefined;
	/** Fields that have one value in every row, whatever the file says. They are read from a private copy. */
	readonly constants?: readonly Constant[] | undefined;
};

/** One value of a field for every row. */
export type Constant = {readonly field: Field; readonly value: string};

/** Where a file comes from: its path, or a stream under a name. */
export type Source = string | StreamSource;

/** Opens a file as a table of which the header is read. @throws FileError, FormatError */
export async function openTable(source: Source, reading: Reading, signal: AbortSignal): Promise<Records> {
	const given =
		typeof source === 'string'
			? await SourceFile.open(source)
			: await openStreamSource(source, reading.encoding ?? 'utf-8', signal);
	let file = given;
	try {
		if (reading.encoding !== undefined && reading.encoding !== 'utf-8') {
			file = await converted(given, reading.encoding, signal);
		}

		const head = await file.read(0, headSize);
		const wrong = wrongFormat(head);
		if (wrong !== undefined) throw new FormatError(file.path, wrong);
		const records = await Records.open(file, new CsvFormat(reading.delimiter ?? recogniseDelimiter(head)), {signal});
		const {labels} = records;
		if (labels === undefined) return records;
		for (const header of reading.requiredHeaders ?? []) namedColumn(labels, header);
		return await withConstants(records, reading.mapping, reading.constants ?? [], signal);
	} catch (error) {
		await file.close();
		throw error;
	} finally {
		if (file !== given) await given.close();
	}
}

/** Returns the column (from 0) that a user has named. @throws UserError when the file has none of that name. */
export function namedColumn(labels: readonly string[], header: string): number {
	const column = columnOf(labels, header);
	if (column !== undefined) return column;
	throw new UserError(
		'wrong-usage',
		`The file has no column "${header}".`,
		`Its columns are ${listed(labels)}; #1 is the first.`,
	);
}

/** A message names so many columns of the file at most. */
const columnsNamed = 50;

function listed(labels: readonly string[]): string {
	const some = labels.slice(0, columnsNamed).map(label => `"${label}"`);
	return [...some, ...(labels.length > columnsNamed ? ['...'] : [])].join(', ');
}

/** Returns a table in which these fields have one value in every row: a column is added for a field without one. */
async function withConstants(
	records: Records,
	named: NamedColumns | undefined,
	constants: readonly Constant[],
	signal: AbortSignal,
): Promise<Records> {
	if (constants.length === 0) return records;
	const {mapping} = headerOf(records, named);
	const values = [...new Map(constants.map(({field, value}) => [field, value]))];
	const added = values.flatMap(([field, value]) => (mapping[field] === undefined ? [{label: field, value}] : []));
	const replaced = new Map(
		values.flatMap(([field, value]) => (mapping[field] === undefined ? [] : [[mapping[field], value] as const])),
	);
	await records.findRecords({}, signal);
	const copy = await openPrivateCopy(records.file.path, withColumns(records, added, signal, replaced), signal);
	await records.close();
	try {
		return await Records.open(copy, records.format);
	} catch (error) {
		await copy.close();
		throw error;
	}
}

async function converted(file: SourceFile, encoding: Encoding, signal: AbortSignal): Promise<SourceFile> {
	try {
		return await openPrivateCopy(file.path, asUtf8(file, encoding), signal);
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		throw notEncoded(file.path, encoding);
	}
}
