import type {DefinedIds} from '../kinds/cross-check.ts';
import type {EdgeSource} from '../kinds/edges.ts';
import type {FileProblem, Severity} from '../kinds/problem.ts';
import {checkTogether} from './beside/check-together.ts';
import type {CheckProgress} from './file-check.ts';
import {openMapped} from './open-mapped.ts';
import type {InputSource} from './read-options.ts';
import {type OpenOptions, Session} from './session.ts';
import {inUploadOrder} from './upload-order.ts';

/**
The open files of one upload, each sent as a part of it: one file, or two of kinds that are sent together. Checks across files belong
here, because a session only knows its own file.
*/
export class Bundle {
	readonly first: Session;
	readonly others: readonly Session[];
	readonly sessions: readonly Session[];

	constructor(first: Session, ...others: readonly Session[]) {
		this.first = first;
		this.others = others;
		this.sessions = [first, ...others];
	}

	/** Opens files that are sent together, in any order, and checks them. @throws UserError */
	static async open(
		sources: readonly [InputSource, ...InputSource[]],
		signal: AbortSignal,
		{onProgress, purpose, ...reading}: OpenOptions = {},
	): Promise<Bundle> {
		const opened: Session[] = [];
		try {
			for (const source of sources) opened.push(new Session(await openMapped(source, reading, signal)));
			const bundle = new Bundle(...inUploadOrder(opened));
			if (purpose === 'upload') bundle.readContents();
			await bundle.check(signal, onProgress);
			return bundle;
		} catch (error) {
			for (const session of opened) await session.close();
			throw error;
		}
	}

	/** Makes the check keep what a snapshot of the files needs, so that they need not be read again. Call it before the check. */
	readContents(): void {
		for (const session of this.sessions) session.readContents();
	}

	/** Checks every row of all files, then compares the files with each other. */
	async check(signal: AbortSignal, onProgress?: CheckProgress): Promise<void> {
		await checkTogether(this.sessions, signal, onProgress);
		this.compare();
	}

	/** Compares the files with each other from now on. All must be checked. */
	compare(): void {
		for (const other of this.others) other.compareWith(this.first);
	}

	/** The path that the history shows. */
	get path(): string {
		return this.first.path;
	}

	/** The edges that one of the files describes. */
	get edges(): EdgeSource | undefined {
		return firstOf(this.sessions, ({edges}) => edges);
	}

	/** The ids that one of the files defines. */
	get definedIds(): DefinedIds | undefined {
		return firstOf(this.sessions, ({definedIds}) => definedIds);
	}

	/** True if no file has errors. */
	get isValid(): boolean {
		return this.sessions.every(({isValid: valid}) => valid);
	}

	/** The number of rows that an upload sends. */
	get recordCount(): number {
		return this.sessions.reduce((sum, {recordCount}) => sum + recordCount, 0);
	}

	/** The labels of the columns that are not sent, because they have no match in Secoda. */
	get unsentLabels(): readonly string[] {
		return this.sessions.flatMap(({unsentLabels}) => unsentLabels);
	}

	/** The problems of the files as a whole. */
	get fileProblems(): readonly FileProblem[] {
		return this.sessions.flatMap(({fileProblems}) => fileProblems);
	}

	async close(): Promise<void> {
		for (const session of this.sessions) await session.close();
	}

	/** Returns the number of problems of a severity. */
	problemCount(severity: Severity): number {
		return this.sessions.reduce((sum, session) => sum + session.problemCount(severity), 0);
	}
}

function firstOf<Value>(
	sessions: readonly Session[],
	read: (session: Session) => Value | undefined,
): Value | undefined {
	for (const session of sessions) {
		const value = read(session);
		if (value !== undefined) return value;
	}

	return undefined;
}
