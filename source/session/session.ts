import type {Code} from '../rules/codes.ts';
import {describe} from '../rules/describe.ts';
import type {Field} from '../rules/field.ts';
import {fieldOfColumn, type Header, readHeader} from '../rules/header.ts';
import type {Finding, Fix, Problem} from '../rules/problem.ts';
import {headSize, recogniseFormat} from '../rules/recognise.ts';
import {parseLine} from '../table/decode.ts';
import {encodeRow} from '../table/encode.ts';
import type {OpenProgress} from '../table/open-index.ts';
import type {Step} from '../table/overlay.ts';
import {fixedCopyPath, isThere, type SaveTarget, save} from '../table/save.ts';
import {Table} from '../table/table.ts';
import {Checker} from './check.ts';
import {toggledLeftOut, withCells} from './edits.ts';
import type {Findings} from './findings.ts';
import {FormatError} from './format-error.ts';

/** Which fixes a bulk fix takes. */
export type FixChoice = 'safe' | {readonly code: Code};

/** An open file: table, header, edits and findings, kept true together. */
export class Session {
	readonly table: Table;
	readonly header: Header;
	readonly #checker: Checker;

	private constructor(table: Table, header: Header) {
		this.table = table;
		this.header = header;
		this.#checker = new Checker(table, header);
	}

	/** @throws FileError, FormatError */
	static async open(path: string, signal: AbortSignal, onProgress?: OpenProgress): Promise<Session> {
		const table = await Table.open(path, signal, onProgress);
		try {
			const wrong = recogniseFormat(await table.file.read(0, headSize));
			if (wrong !== undefined) throw new FormatError(path, wrong);
			const session = new Session(table, readHeader(table.cells(1)));
			if (session.header.problems.length === 0) await session.#checker.checkAll(signal, onProgress);
			return session;
		} catch (error) {
			await table.close();
			throw error;
		}
	}

	get path(): string {
		return this.table.file.path;
	}

	get findings(): Findings {
		return this.#checker.findings;
	}

	/** Rows that would be sent: neither blank nor left out. */
	get records(): number {
		const blank = this.findings.counts.get('blank-row') ?? 0;
		return Math.max(0, this.table.lastRow - 1) - blank - this.table.overlay.leftOut;
	}

	/** Whether nothing in the file stops an upload. */
	get valid(): boolean {
		return this.header.problems.length === 0 && this.records > 0 && this.findings.total('error') === 0;
	}

	cells(row: number): readonly string[] {
		return this.table.cells(row);
	}

	isLeftOut(row: number): boolean {
		return this.table.overlay.get(row)?.kind === 'left-out';
	}

	/** The field that a column holds, if Secoda knows it. */
	fieldOf(column: number): Field | undefined {
		return fieldOfColumn(this.header.mapping, column);
	}

	/** The column (from 0) that a finding points at; `undefined` when it is about the whole row. */
	columnOf(finding: Finding): number | undefined {
		return finding.field === undefined ? undefined : this.header.mapping[finding.field];
	}

	/** The problems of a row, whole-row ones first, then from left to right. */
	problemsAt(row: number): Problem[] {
		const findings = this.findings.at(row);
		if (findings.length === 0) return [];
		const view = this.#checker.view(row);
		return findings
			.map(finding => describe(finding, view, this.#checker.earlierTwin(row)))
			.sort((one, other) => (this.columnOf(one) ?? -1) - (this.columnOf(other) ?? -1));
	}

	setCell(row: number, column: number, value: string): Step | undefined {
		return this.#edit(`edit row ${row}`, [[row, new Map([[column, value]])]]);
	}

	/** Sets fields of one row by their names. */
	setFields(row: number, changes: Fix['changes'], title = `edit row ${row}`): Step | undefined {
		return this.#edit(title, [[row, this.#columns(changes)]]);
	}

	/** Takes a fix of each problem of the chosen kind, all in one step. */
	fixAll(choice: FixChoice): Step | undefined {
		return this.#edit(choice === 'safe' ? 'all safe fixes' : `fixes of ${choice.code}`, this.#fixes(choice));
	}

	/** How many cells `fixAll` would change. */
	countFixes(choice: FixChoice): number {
		let count = 0;
		for (const [, values] of this.#fixes(choice)) count += values.size;
		return count;
	}

	/** The row as one CSV line, for editing it as a whole. */
	line(row: number): string {
		return encodeRow(this.cells(row));
	}

	/** Puts a whole line in the place of a row. Answers `not-one-row` when the text is not exactly one CSV record. */
	rewriteRow(row: number, line: string): 'done' | 'not-one-row' {
		const cells = parseLine(line);
		if (cells === undefined) return 'not-one-row';
		this.#apply(`rewrite row ${row}`, [row], () => ({kind: 'rewritten', cells}));
		return 'done';
	}

	/** Leaves a row out of what is saved and sent, or brings it back. */
	toggleLeftOut(row: number): Step | undefined {
		const title = this.isLeftOut(row) ? `bring row ${row} back` : `leave row ${row} out`;
		return this.#apply(title, [row], () => toggledLeftOut(this.table.overlay.get(row)));
	}

	undo(): Step | undefined {
		return this.#rechecked(this.table.overlay.undo());
	}

	redo(): Step | undefined {
		return this.#rechecked(this.table.overlay.redo());
	}

	/** @throws FileError. The answer is the path that now holds the file as it stands. */
	async save(target: SaveTarget, signal: AbortSignal): Promise<string> {
		return save(this.table, target, signal);
	}

	/** Whether the fixed copy beside the file is there already. */
	async fixedCopyExists(): Promise<boolean> {
		return isThere(fixedCopyPath(this.path));
	}

	async close(): Promise<void> {
		await this.table.close();
	}

	*#fixes(choice: FixChoice): Generator<[row: number, values: ReadonlyMap<number, string>]> {
		for (const row of this.findings.rows()) {
			const wanted = this.problemsAt(row).flatMap(({code, fixes}) => {
				const fix = choice === 'safe' ? fixes.find(({safe}) => safe) : choice.code === code ? fixes[0] : undefined;
				return fix?.changes ?? [];
			});
			if (wanted.length > 0) yield [row, this.#columns(wanted)];
		}
	}

	#columns(changes: Fix['changes']): ReadonlyMap<number, string> {
		const {mapping} = this.header;
		return new Map(
			changes.flatMap(({field, value}) => (mapping[field] === undefined ? [] : [[mapping[field], value] as const])),
		);
	}

	#edit(title: string, edits: Iterable<readonly [row: number, values: ReadonlyMap<number, string>]>): Step | undefined {
		const values = new Map(edits);
		return this.#apply(title, values.keys(), row => {
			return withCells(this.table.overlay.get(row), values.get(row) ?? new Map(), this.table.cellsInFile(row));
		});
	}

	#apply(title: string, rows: Iterable<number>, next: Parameters<Table['overlay']['apply']>[2]): Step | undefined {
		return this.#rechecked(this.table.overlay.apply(title, rows, next));
	}

	#rechecked(step: Step | undefined): Step | undefined {
		if (step !== undefined) this.#checker.recheck(step.changes.map(({row}) => row));
		return step;
	}
}
