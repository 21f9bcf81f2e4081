import {checkRow, wellShaped} from '../rules/check-row.ts';
import type {Header} from '../rules/header.ts';
import {KeyChains} from '../rules/key-chains.ts';
import type {Finding} from '../rules/problem.ts';
import {columnKey} from '../rules/resource-key.ts';
import type {RowView} from '../rules/row-view.ts';
import type {OpenProgress} from '../table/open-index.ts';
import type {Table} from '../table/table.ts';
import {BytesRow} from './bytes-row.ts';
import {Findings} from './findings.ts';

/** Keeps the findings of a table true: one pass over the file, then only what an edit can touch. */
export class Checker {
	readonly findings = new Findings();
	readonly #table: Table;
	readonly #header: Header;
	readonly #keys = new KeyChains();

	constructor(table: Table, header: Header) {
		this.#table = table;
		this.#header = header;
	}

	/** Reads the whole file once. */
	async checkAll(signal: AbortSignal, onProgress?: OpenProgress): Promise<void> {
		const view = new BytesRow(this.#header);
		const {index, lastRow} = this.#table;
		for await (const batch of this.#table.batches(2, lastRow, signal)) {
			for (let row = batch.firstRow; row <= batch.lastRow; row++) {
				view.read(row, batch.bytes, index.start(row) - batch.offset, index.end(row) - batch.offset);
				this.#learnKey(view);
				for (const finding of this.#judge(view)) this.findings.append(finding);
			}

			onProgress?.('checking', batch.offset + batch.bytes.length, this.#table.file.size);
		}
	}

	/** Checks edited rows again, and those rows that share or shared a key with them. */
	recheck(rows: Iterable<number>): void {
		const touched = new Set<number>();
		for (const row of rows) {
			touched.add(row);
			this.#addNeighbour(touched, row);
			this.#keys.remove(row);
			if (!this.#leftOut(row)) this.#learnKey(this.view(row));
			this.#addNeighbour(touched, row);
		}

		for (const row of touched) {
			this.findings.replace(row, this.#leftOut(row) ? [] : this.#judge(this.view(row)));
		}
	}

	/** The row as it stands now. */
	view(row: number): RowView {
		const bytes = this.#table.currentBytes(row);
		return new BytesRow(this.#header).read(row, bytes, 0, bytes.length);
	}

	/** The first row that describes the same column; `undefined` when this is the first. */
	earlierTwin(row: number): number | undefined {
		const first = this.#keys.first(row);
		return first === row ? undefined : first;
	}

	/** When a row is the first with its key, the next row's finding hangs on it. */
	#addNeighbour(touched: Set<number>, row: number): void {
		const next = this.#keys.first(row) === row ? this.#keys.next(row) : undefined;
		if (next !== undefined) touched.add(next);
	}

	#leftOut(row: number): boolean {
		return this.#table.overlay.get(row)?.kind === 'left-out';
	}

	#learnKey(view: RowView): void {
		const key = wellShaped(view) ? columnKey(view) : undefined;
		if (key !== undefined) this.#keys.add(view.row, key);
	}

	#judge(view: RowView): Finding[] {
		const findings = checkRow(view);
		if (this.earlierTwin(view.row) !== undefined)
			findings.push({row: view.row, code: 'duplicate-row', field: 'col_name'});
		return findings;
	}
}
