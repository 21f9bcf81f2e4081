import {isUtf8} from 'node:buffer';
import {looksLikeWindows1252} from '../kinds/bytes/windows-1252.ts';
import type {ChangedIds} from '../kinds/cross-check.ts';
import type {Finding} from '../kinds/problem.ts';
import type {AffectedRows, RecheckResult, RecordChecker} from '../kinds/record-checker.ts';
import type {RecordScanner} from '../records/record-scanner.ts';
import type {Records} from '../records/records.ts';
import type {FoundRecords} from '../records/records-in-file.ts';
import type {Renumbering} from '../records/renumbering.ts';
import type {Encoding} from '../records/source/encoding.ts';
import type {Findings, FindingsState} from './findings/findings.ts';
import type {CheckedRows} from './recheck.ts';

/** Called during a check with the number of bytes that were read. */
export type CheckProgress = (bytes: number, bytesTotal: number) => void;

/** The result of the first check of a file, in arrays that can be moved to another thread. */
export type FileCheckState = {
	readonly records: FoundRecords;
	readonly findings: FindingsState;
	readonly checker: object;
	readonly likelyEncoding: Encoding | undefined;
};

/** Checks a file in one pass, and after each edit only the rows that it can affect. */
export class FileCheck implements CheckedRows {
	readonly findings: Findings;
	readonly checker: RecordChecker;
	/** The encoding of the rows that are not UTF-8; `undefined` if all are, or if it is not recognized. */
	likelyEncoding: Encoding | undefined;
	/** Called with the ids that a change may have added or removed. */
	onIdsChanged: (ids: ChangedIds) => void = () => undefined;
	#invalidRows = 0;
	readonly #records: Records;

	constructor(records: Records, findings: Findings, checker: RecordChecker) {
		this.#records = records;
		this.checker = checker;
		this.findings = findings;
	}

	/** `undefined` if the checker cannot be moved. */
	get state(): FileCheckState | undefined {
		const checker = this.checker.state;
		if (checker === undefined) return undefined;
		const {likelyEncoding} = this;
		return {records: this.#records.found, findings: this.findings.state, checker, likelyEncoding};
	}

	/** Continues where the check of the same file in another thread has ended. */
	continueFrom({records, findings, checker, likelyEncoding}: FileCheckState): void {
		this.#records.found = records;
		this.checker.state = checker;
		this.findings.state = findings;
		this.likelyEncoding = likelyEncoding;
	}

	/** Checks the whole file in one pass. */
	async checkAll(signal: AbortSignal, onProgress?: CheckProgress): Promise<void> {
		const {checker, findings} = this;
		this.#checkHeader();
		let reserved = false;
		await this.#records.findRecords(
			{
				onSlice: expectedRows => {
					checker.startSlice();
					if (expectedRows > 0 && !reserved) checker.reserve(expectedRows);
					reserved = expectedRows > 0;
				},
				onRecord: (row, record, utf8) => {
					if (utf8 === 'invalid') this.#guessEncoding(cellBytes(record));
					for (const finding of checker.add(row, record, utf8)) findings.append(finding);
				},
				...(onProgress === undefined ? {} : {onProgress}),
			},
			signal,
		);
		this.addRelated(checker.finish());
	}

	/** Adds the findings of any number of rows, in order, that depend on other rows or files. */
	addRelated(rows: Iterable<number>): void {
		this.findings.replaceInOrder(this.#withRelated(rows));
	}

	/** Updates the findings of rows that depend on other rows or files. */
	updateRelated(rows: Iterable<number>): void {
		this.findings.replace(this.#withRelated(rows));
	}

	idsChanged(ids: ChangedIds): void {
		this.onIdsChanged(ids);
	}

	ownFindings(row: number): readonly Finding[] {
		return this.findings.at(row).filter(({code}) => !this.checker.isRelated(code));
	}

	relatedFindings(row: number): readonly Finding[] {
		return this.checker.relatedFindings(row);
	}

	recheckRow(row: number, touched: AffectedRows): RecheckResult {
		return this.checker.recheckRow(row, touched);
	}

	renumber(renumbering: Renumbering): () => void {
		return this.checker.renumber(renumbering, this.#records.lastRow);
	}

	recheckGroups(groups: ReadonlySet<number>): Iterable<number> {
		return this.checker.recheckGroups(groups);
	}

	*#withRelated(rows: Iterable<number>): Generator<readonly [row: number, findings: readonly Finding[]], void, void> {
		for (const row of rows) yield [row, [...this.ownFindings(row), ...this.relatedFindings(row)]];
	}

	#checkHeader(): void {
		const {headerRow} = this.#records;
		if (headerRow !== undefined && !this.#records.isTooLong(headerRow)) {
			const bytes = this.#records.fileBytes(headerRow);
			if (!isUtf8(bytes)) this.#guessEncoding(bytes);
		}

		for (const finding of this.checker.checkHeader()) this.findings.append(finding);
	}

	#guessEncoding(bytes: Buffer): void {
		const fits = looksLikeWindows1252(bytes);
		if (this.#invalidRows++ === 0) this.likelyEncoding = 'windows-1252';
		if (!fits) this.likelyEncoding = undefined;
	}
}

function cellBytes(record: RecordScanner): Buffer {
	return Buffer.concat(Array.from({length: record.readableCount}, (_, column) => record.raw(column)));
}
