import {UserError} from '../errors/user-error.ts';
import type {FileKind, WholeFileTest} from '../kinds/file-kind.ts';
import {columnOf, type MappingOverrides} from '../kinds/header.ts';
import {emptyFile, headSize, isBlank} from '../kinds/unsupported-format.ts';
import type {MappingSample} from '../mapping/mapping-sample.ts';
import type {Recipe} from '../mapping/recipe.ts';
import {Records} from '../records/records.ts';
import {asUtf8, type Encoding} from '../records/source/encoding.ts';
import {openPrivateCopy} from '../records/source/private-copy.ts';
import {SourceFile} from '../records/source/source-file.ts';
import {plural} from '../text/format.ts';
import {arrange} from './foreign/arrange.ts';
import {withProposal} from './foreign/propose.ts';
import {foundBy, readSample} from './foreign/read-sample.ts';
import type {MadeRows} from './foreign/reshape.ts';
import {FormatError, wrongEncoding} from './format-error.ts';
import {addConstants} from './header-changes.ts';
import {openStreamSource} from './open-stream.ts';
import type {InputSource, ReadOptions} from './read-options.ts';
import {recognize} from './recognize.ts';

/** A file with a known kind and a parsed header. */
export type OpenedFile = {
	readonly kind: FileKind;
	readonly records: Records;
	/** The columns that are mapped, in the records as they are now. */
	readonly mapping?: MappingOverrides | undefined;
	/** The proposals that were taken. */
	readonly taken?: Recipe | undefined;
	/** How the rows were made, if a recipe has made them. */
	readonly made?: Pick<MadeRows, 'unsent'> | undefined;
};

/** Opens a file and reads its header. @throws FileError, FormatError */
export async function openRecords(source: InputSource, reading: ReadOptions, signal: AbortSignal): Promise<OpenedFile> {
	const given =
		typeof source === 'string' ? await SourceFile.open(source) : await openStreamSource(source, reading, signal);
	let file = given;
	try {
		const sample = reading.proposal === 'take' ? await readSample(given, reading) : undefined;
		const found = sample && foundBy(sample, reading);
		const encoding = reading.encoding ?? found?.encoding;
		if (encoding !== undefined && encoding !== 'utf-8') file = await converted(given, encoding, signal);

		const head = await file.read(0, headSize);
		const {kind, format, wholeFile} = recognize(file.path, head, {...reading, ...found});
		if (isBlank(head, format.textStart(head))) await assertNotBlank(file, head.length, signal);
		if (wholeFile !== undefined) await testWholeFile(file, wholeFile, signal);
		const records = await Records.open(file, format, {signal});
		assertHeader(records, reading);
		return await arranged({kind, records, taken: found}, reading, sample, signal);
	} catch (error) {
		await file.close();
		throw error;
	} finally {
		if (file !== given) await given.close();
	}
}

/** Applies the options that need the labels of a file, and takes the proposals of a sample. */
async function arranged(
	opened: OpenedFile,
	given: ReadOptions,
	sample: MappingSample | undefined,
	signal: AbortSignal,
): Promise<OpenedFile> {
	const {kind, records} = opened;
	const {labels} = records;
	if (labels === undefined) return opened;
	for (const header of given.requiredHeaders ?? []) requireColumn(labels, header);
	const proposed = sample && withProposal(given, sample);
	const reading = proposed?.reading ?? given;
	const taken = proposed?.taken;
	if (reading.rows !== undefined) {
		const made = await arrange(records, kind.sentFormat, reading, signal);
		return {kind, records: made.records, taken, made};
	}

	return {kind, records: await withConstants({kind, records}, reading, signal), mapping: reading.mapping, taken};
}

/** @throws UserError if the file does not have the header row that the user has set */
function assertHeader({format, headerRow, lastRow}: Records, {headerRow: wanted}: ReadOptions): void {
	if (wanted === undefined) return;
	if (headerRow === undefined)
		throw new UserError('wrong-usage', `A ${format.name} file has no header.`, 'Omit --header-row.');
	if (lastRow < headerRow)
		throw new UserError(
			'wrong-usage',
			`The file has no row ${headerRow}: it has ${plural(lastRow, 'row')}.`,
			'Give the row of the header (--header-row), or omit it.',
		);
}

/** Reads a file from `start` on until it has more than blank lines. @throws FormatError if it has nothing else */
async function assertNotBlank(file: SourceFile, start: number, signal: AbortSignal): Promise<void> {
	for (let position = start; position < file.size; position += testedAtOnce) {
		signal.throwIfAborted();
		if (!isBlank(await file.read(position, testedAtOnce))) return;
	}

	throw new FormatError(file.path, emptyFile);
}

/** Bytes of one read of a test of the whole file. */
const testedAtOnce = 256 * 1024;

/** Reads a file until it is certain that it is of its kind; mostly the first read is enough. @throws FormatError if it is not */
async function testWholeFile(file: SourceFile, start: WholeFileTest, signal: AbortSignal): Promise<void> {
	const test = start();
	for (let position = 0; position < file.size; position += testedAtOnce) {
		signal.throwIfAborted();
		if (test.add(await file.read(position, testedAtOnce)) === 'done') return;
	}

	const wrong = test.end();
	if (wrong !== undefined) throw new FormatError(file.path, wrong);
}

/** Returns the column (from 0) with a header that the user has typed. @throws UserError if no column has it */
export function requireColumn(labels: readonly string[], header: string): number {
	const column = columnOf(labels, header);
	if (column !== undefined) return column;
	throw new UserError(
		'wrong-usage',
		`The file has no column "${header}".`,
		`Use one of ${listed(labels)}, or a number: #1 is the first column.`,
	);
}

/** The number of columns that a message lists at most. */
const columnsNamed = 50;

function listed(labels: readonly string[]): string {
	const some = labels.slice(0, columnsNamed).map(label => `"${label}"`);
	return [...some, ...(labels.length > columnsNamed ? ['...'] : [])].join(', ');
}

/** Sets fields to one value in every row, and adds a column for a field that has none. */
async function withConstants(
	{kind, records}: OpenedFile,
	{mapping: named = {}, constants = []}: ReadOptions,
	signal: AbortSignal,
): Promise<Records> {
	if (constants.length === 0) return records;
	const {mapping} = kind.readHeader(records.labels, named);
	const values = [...new Map(constants.map(({field, value}) => [field, value]))];
	const added = values.flatMap(([field, value]) => (mapping[field] === undefined ? [{label: field, value}] : []));
	const replaced = new Map(
		values.flatMap(([field, value]) => (mapping[field] === undefined ? [] : [[mapping[field], value] as const])),
	);
	return addConstants({kind, records}, {columns: added, replaced}, signal);
}

async function converted(file: SourceFile, encoding: Encoding, signal: AbortSignal): Promise<SourceFile> {
	try {
		return await openPrivateCopy(file.path, asUtf8(file, encoding), signal);
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		throw wrongEncoding(file.path, encoding);
	}
}
