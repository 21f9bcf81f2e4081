import {unsentLabels} from '../kinds/header.ts';
import type {FileProblem, Severity} from '../kinds/problem.ts';
import type {Session} from './session.ts';

/**
The open files of one upload, each sent as a part of it. Currently always one file. Checks across files belong here, because a
session only knows its own file.
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

	/** The path that the history shows. */
	get path(): string {
		return this.first.path;
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
		return this.sessions.flatMap(({header}) => unsentLabels(header));
	}

	/** The problems of the files as a whole. */
	get fileProblems(): readonly FileProblem[] {
		return this.sessions.flatMap(({fileProblems}) => fileProblems);
	}

	/** Returns the number of problems of a severity. */
	problemCount(severity: Severity): number {
		return this.sessions.reduce((sum, session) => sum + session.problemCount(severity), 0);
	}
}
