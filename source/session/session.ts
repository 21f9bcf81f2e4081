import type {MappingOverrides} from '../kinds/header.ts';
import type {Fix} from '../kinds/problem.ts';
import type {RowUpdate} from '../records/overlay.ts';
import {activeEdit, type NewEdit, type NewRecords} from '../records/row-edit.ts';
import {
	fixedCopyPath,
	pathExists,
	type SaveResult,
	type SaveTarget,
	type StreamTarget,
	save,
	writeTo,
} from '../records/save/save.ts';
import type {UndoStep} from '../records/undo-step.ts';
import {CheckedFile} from './checked-file.ts';
import {EditHistory} from './edit-history.ts';
import {applyValues, type NewValues, toggleSkip} from './edits.ts';
import type {CheckProgress} from './file-check.ts';
import {chosenFixes, countCells, expandFix, type FixChoice, mergeByRow, type RowFix} from './fixes.ts';
import type {Journal, JournalEntry} from './journal.ts';
import {JournalWriter} from './journal-writer.ts';
import {openMapped} from './open-mapped.ts';
import type {OpenedFile} from './open-records.ts';
import type {InputSource, ReadOptions} from './read-options.ts';
import type {RestoreResult} from './restore.ts';
import type {RowList} from './rows/row-list.ts';

export type OpenOptions = ReadOptions & {
	readonly onProgress?: CheckProgress | undefined;
	/** `upload` if a snapshot will be taken: the check then also reads what that needs. */
	readonly purpose?: 'upload' | undefined;
};

/** An open file and its edits. Findings are updated with every edit, undo and redo. */
export class Session extends CheckedFile {
	readonly #changes: EditHistory;

	constructor(file: OpenedFile, named?: MappingOverrides) {
		super(file, named);
		this.#changes = new EditHistory(file.records, this.fileCheck);
	}

	/** Opens a file and checks it. @throws FileError, FormatError */
	static async open(source: InputSource, signal: AbortSignal, options: OpenOptions = {}): Promise<Session> {
		const session = new Session(await openMapped(source, options, signal));
		if (options.purpose === 'upload') session.readContents();
		try {
			await session.check(signal, options.onProgress);
			return session;
		} catch (error) {
			await session.close();
			throw error;
		}
	}

	setCell(row: number, column: number, value: string): UndoStep | undefined {
		return this.#fix(`edit row ${this.numberOf(row)}`, [{row, kind: 'cells', values: new Map([[column, value]])}]);
	}

	/** Applies a fix to a row. */
	applyFix(row: number, fix: Fix): UndoStep | undefined {
		return this.#fix(`fix row ${this.numberOf(row)}`, expandFix(this, row, fix));
	}

	/** Applies the chosen fixes, in the rows of a list or in all, as one undo step. */
	fixAll(choice: FixChoice, list?: RowList): UndoStep | undefined {
		return this.#fix(choice === 'safe' ? 'all safe fixes' : `fixes of ${choice.code}`, chosenFixes(this, choice, list));
	}

	/** Returns how many cells `fixAll` would change, at most `maxCountedCells`. */
	countFixes(choice: FixChoice, list?: RowList): number {
		return countCells(chosenFixes(this, choice, list));
	}

	/** Sets many cells as one undo step. */
	setCells(title: string, edits: Iterable<readonly [row: number, values: NewValues]>): UndoStep | undefined {
		const wanted = new Map(edits);
		return this.#changes.apply(title, wanted.keys(), row => this.#withValues(row, wanted.get(row) ?? new Map()));
	}

	/** Returns a row as text, for editing it as a whole. */
	encodeRow(row: number): string {
		return this.records.textWith(this.records.overlay.get(row), row);
	}

	/** Replaces a row by a typed line. Returns `not-one-row` if the text is not exactly one record. */
	rewriteRow(row: number, line: string): 'done' | 'not-one-row' | 'not-editable' {
		if (!this.records.isEditable(row)) return 'not-editable';
		const text = this.records.format.recordText(line);
		if (text === undefined) return 'not-one-row';
		this.#changes.apply(`rewrite row ${this.numberOf(row)}`, [row], () => ({kind: 'rewritten', text}));
		return 'done';
	}

	/** Replaces a row by the rows of several records, given as texts; the rows after it are renumbered. */
	splitRow(row: number, records: NewRecords['records']): UndoStep | undefined {
		return this.splitRows(`split row ${this.numberOf(row)}`, [[row, records]]);
	}

	/** Splits many rows, given by their current numbers, as one undo step. */
	splitRows(
		title: string,
		splits: Iterable<readonly [row: number, records: NewRecords['records']]>,
	): UndoStep | undefined {
		return this.#fix(
			title,
			Array.from(splits, ([row, records]) => ({row, kind: 'split' as const, records})),
		);
	}

	/** Skips a row, so that it is neither saved nor sent, or includes it again. */
	toggleSkipped(row: number): UndoStep | undefined {
		const number = this.numberOf(row);
		const title = this.isSkipped(row) ? `bring row ${number} back` : `skip row ${number}`;
		return this.#changes.apply(title, [row], () => toggleSkip(this.records.overlay.get(row)));
	}

	/** Skips rows as one undo step. */
	skipRows(title: string, rows: Iterable<number>): UndoStep | undefined {
		return this.#changes.apply(title, rows, row => {
			const edit = this.records.overlay.get(row);
			return edit?.kind === 'skipped' ? edit : toggleSkip(edit);
		});
	}

	undo(): UndoStep | undefined {
		return this.#changes.undo();
	}

	redo(): UndoStep | undefined {
		return this.#changes.redo();
	}

	/** Records every edit from now on in a journal. */
	keepJournal(journal: Journal): void {
		this.#changes.keepJournal(new JournalWriter(this.records, this.recordColumns, journal));
	}

	/** Replays a journal, with the same IDs, in the rows that have not changed on disk since. */
	restore(entries: readonly JournalEntry[], recordColumns = this.recordColumns): RestoreResult {
		return this.#changes.restore(entries, recordColumns);
	}

	/** Saves the edited rows. @throws UserError */
	async save(target: SaveTarget, signal: AbortSignal): Promise<SaveResult> {
		const noteSaved = this.#changes.beginSave(target.kind);
		const saved = await save(this.records, target, signal);
		// A copy that is not durable may be lost in a power failure: the journal must keep its edits.
		if (target.kind === 'in-place' || saved.durability.kind === 'durable') noteSaved();
		return saved;
	}

	/** Writes the edited rows to a stream. @throws UserError */
	async writeTo(stream: StreamTarget, signal: AbortSignal): Promise<void> {
		return writeTo(this.records, stream, signal);
	}

	/** True if the fixed copy beside the file exists. */
	async fixedCopyExists(): Promise<boolean> {
		return pathExists(fixedCopyPath(this.path));
	}

	#fix(title: string, fixes: Iterable<RowFix>): UndoStep | undefined {
		const wanted = mergeByRow(fixes);
		return this.#changes.apply(title, wanted.keys(), row => this.#edited(row, wanted.get(row)));
	}

	/** Returns the edit of a row after a fix. */
	#edited(row: number, fix: RowFix | undefined): RowUpdate {
		const edit = this.records.overlay.get(row);
		if (fix === undefined || !this.records.isEditable(row)) return edit;
		switch (fix.kind) {
			case 'requote':
				return {kind: 'rewritten', text: this.encodeRow(row)};
			case 'split':
				return fix.records.length === 0 ? edit : fix;
			case 'rewrite':
				return {kind: 'rewritten', text: fix.record};
			case 'skip':
				return {kind: 'skipped', instead: activeEdit(edit)};
			case 'cells':
				return this.#withValues(row, fix.values);
			default:
				return fix satisfies never;
		}
	}

	#withValues(row: number, values: NewValues): NewEdit | undefined {
		const edit = this.records.overlay.get(row);
		if (!this.records.isEditable(row)) return edit;
		return applyValues(this.records, row, edit, values);
	}
}
