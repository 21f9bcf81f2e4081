import {type CanonicalRow, RecipeRows, type SourceRow, TableTexts} from '../../mapping/apply.ts';
import {type MadeField, madeFields, unusedLabels} from '../../mapping/made-fields.ts';
import type {RecipePlan} from '../../mapping/plan-recipe.ts';
import {smallBatch} from '../../records/batches.ts';
import type {RecordFormat} from '../../records/record-format.ts';
import {Records} from '../../records/records.ts';
import {openPrivateCopy} from '../../records/source/private-copy.ts';

/** The bytes of one read of a record that is too long. */
const copySize = 1024 * 1024;

/** Rows that a recipe has made. */
export type MadeRows = {
	readonly records: Records;
	/** The labels of the columns of the file that are in no row. */
	readonly unsent: readonly string[];
};

/** Opens a private copy of a file: the rows that a recipe makes of its own, in a format. The given records are closed. */
export async function reshape(
	records: Records,
	plan: RecipePlan,
	format: RecordFormat,
	signal: AbortSignal,
): Promise<MadeRows> {
	await records.findRecords({}, signal);
	const numbers = new MadeNumbers(records);
	const copy = await openPrivateCopy(records.file.path, reshaped(records, plan, {format, numbers}, signal), signal);
	await records.close();
	try {
		const madeFrom = {numbers: numbers.all, tallRows: records.index.tallRows};
		return {records: await Records.open(copy, format, {madeFrom}), unsent: unusedLabels(plan)};
	} catch (error) {
		await copy.close();
		throw error;
	}
}

/** The numbers of the rows that are made, from the header on: each of at most one row of the file. */
class MadeNumbers {
	readonly #numbers: Uint32Array;
	#count = 1;

	constructor({headerRow = 0, count, numbers}: Records) {
		this.#numbers = new Uint32Array(count + 1);
		this.#numbers[0] = numbers.of(headerRow);
	}

	add(number: number): void {
		this.#numbers[this.#count++] = number;
	}

	get all(): Uint32Array {
		return this.#numbers.slice(0, this.#count);
	}
}

async function* reshaped(
	records: Records,
	plan: RecipePlan,
	{format, numbers}: {readonly format: RecordFormat; readonly numbers: MadeNumbers},
	signal: AbortSignal,
): AsyncGenerator<Buffer, void, void> {
	const used = madeFields(plan);
	const texts = new TableTexts(plan);
	if (plan.recipe.tableRows === true)
		for await (const rows of readRows(records, signal)) texts.add(rowsWithCells(rows));
	const maker = new RecipeRows(plan, texts);
	const line = (cells: readonly string[]) => Buffer.from(`${format.encode(cells)}\n`);
	yield line(used.map(({field}) => field));
	for await (const rows of readRows(records, signal)) {
		const pieces: Buffer[] = [];
		for (const read of rows) {
			const before = pieces.length;
			if (read.kind === 'unread') yield* unreadBytes(records, read.row, signal);
			else {
				const made = [...maker.apply([read])].map(row => cellsOf(row, used, read.cells));
				pieces.push(...(read.kind === 'broken' ? [brokenLine(made[0], read.cells, format)] : made.map(line)));
			}

			if (pieces.length > before || read.kind === 'unread') numbers.add(records.numberOf(read.row));
		}

		yield Buffer.concat(pieces);
	}
}

/** Returns the cells of a made row. A row with another number of cells than the header keeps its own, so that the check reports it. */
function cellsOf({cells, width}: CanonicalRow, used: readonly MadeField[], own: readonly string[]): readonly string[] {
	switch (width) {
		case 'exact':
			return used.map(({at}) => cells[at] ?? '');
		case 'short':
			return own.slice(0, used.length - 1);
		case 'long':
			return [...own, ...Array.from({length: Math.max(0, used.length + 1 - own.length)}, () => '')];
		default:
			return width satisfies never;
	}
}

/** Returns the line of a row with a misplaced quote. It has one too, even if the recipe omits the row or the cell. */
function brokenLine(made: readonly string[] | undefined, own: readonly string[], format: RecordFormat): Buffer {
	const text = (made && format.encodeBroken(made)) ?? format.encodeBroken(own) ?? format.encode(own);
	return Buffer.from(`${text}\n`);
}

type ReadRow =
	/** A broken row has a misplaced quote. */
	| ({readonly kind: 'whole' | 'broken'} & SourceRow)
	/** A row that is too long to be read. */
	| {readonly kind: 'unread'; readonly row: number};

function* rowsWithCells(rows: readonly ReadRow[]): Generator<SourceRow, void, void> {
	for (const row of rows) if (row.kind !== 'unread') yield row;
}

async function* readRows(records: Records, signal: AbortSignal): AsyncGenerator<readonly ReadRow[], void, void> {
	const {index, firstRow, lastRow} = records;
	for await (const batch of records.batches(firstRow, lastRow, signal, smallBatch)) {
		if (records.isTooLong(batch.firstRow)) {
			yield [{kind: 'unread', row: batch.firstRow}];
			continue;
		}

		const rows: ReadRow[] = [];
		for (let row = batch.firstRow; row <= batch.lastRow; row++) {
			const bytes = batch.bytes.subarray(index.start(row) - batch.offset, index.end(row) - batch.offset);
			rows.push(readRow(records, row, bytes));
		}

		yield rows;
	}
}

function readRow(records: Records, row: number, bytes: Buffer): ReadRow {
	const read = records.read(bytes);
	return {kind: read.isBroken ? 'broken' : 'whole', row, cells: read.values()};
}

async function* unreadBytes(
	{file, index}: Records,
	row: number,
	signal: AbortSignal,
): AsyncGenerator<Buffer, void, void> {
	const end = index.end(row);
	for (let position = index.start(row); position < end; position += copySize) {
		signal.throwIfAborted();
		yield await file.read(position, Math.min(copySize, end - position));
	}
}
