import type {Batch} from '../../records/batches.ts';
import type {Records} from '../../records/records.ts';
import type {Finder} from './byte-pattern.ts';
import type {RowList} from './row-list.ts';
import type {RecordCells, RowTest} from './row-test.ts';

/** The number of rows between two time checks. */
const rowsAtOnce = 16;

/** Tests the listed rows of a batch in time slices. */
export class BatchTester {
	readonly #records: Records;
	readonly #batch: Batch;
	readonly #list: RowList;
	readonly #tests: ReadonlyArray<RowTest & {readonly finder: Finder | undefined}>;
	/** The list index of the next row. */
	at: number;
	#cells: RecordCells | undefined;

	constructor(records: Records, tests: readonly RowTest[], list: RowList, batch: Batch) {
		this.#records = records;
		this.#batch = batch;
		this.#list = list;
		this.#tests = tests.map(test => ({...test, finder: test.bytes?.(batch.bytes)}));
		this.at = list.indexOf(batch.firstRow);
	}

	/** The next row; `undefined` after the last one. */
	get row(): number | undefined {
		const row = this.#list.rowAt(this.at);
		return row === undefined || row > this.#batch.lastRow ? undefined : row;
	}

	/** Adds passing rows to `passing` until the batch ends or the time is up. */
	test(passing: number[], until: number): void {
		do {
			for (let looked = 0; looked < rowsAtOnce; looked++) {
				const {row} = this;
				if (row === undefined) return;
				const isPassing = this.#passes(row);
				this.at++;
				if (isPassing) passing.push(row);
			}
		} while (performance.now() < until);
	}

	#passes(row: number): boolean {
		const {index, overlay} = this.#records;
		const start = index.start(row) - this.#batch.offset;
		const end = index.end(row) - this.#batch.offset;
		const isInFile = end <= this.#batch.bytes.length && (overlay.size === 0 || overlay.get(row) === undefined);
		this.#cells = undefined;
		const cells = () => {
			this.#cells ??= isInFile
				? this.#records.read(this.#batch.bytes.subarray(start, end))
				: decodedCells(this.#records.cells(row));
			return this.#cells;
		};
		for (const test of this.#tests) {
			const mayHold = !isInFile || test.finder === undefined || test.finder.isWithin(start, end);
			if ((mayHold && test.holds(row, cells)) === test.isNegated) return false;
		}

		return true;
	}
}

function decodedCells(cells: readonly string[]): RecordCells {
	return {readableCount: cells.length, value: column => cells[column] ?? ''};
}

/** True if a row with its edits passes all tests. */
export function passesAll(records: Records, tests: readonly RowTest[], row: number): boolean {
	let known: RecordCells | undefined;
	const cells = () => (known ??= decodedCells(records.cells(row)));
	return tests.every(test => test.holds(row, cells) !== test.isNegated);
}
