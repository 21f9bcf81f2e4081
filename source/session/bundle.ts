import {unsentLabels} from '../kinds/header.ts';
import type {FileProblem, Severity} from '../kinds/problem.ts';
import type {Session} from './session.ts';

/**
Open files that belong together: they are sent in one upload, each as a part of it. Today a bundle has one file. A check across
files belongs here, because a session knows its own file alone.
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

	/** Names the bundle in the history. */
	get path(): string {
		return this.first.path;
	}

	/** True if nothing in its files keeps them from being uploaded. */
	get isValid(): boolean {
		return this.sessions.every(({isValid: valid}) => valid);
	}

	/** Rows that would be sent. */
	get recordCount(): number {
		return this.sessions.reduce((sum, {recordCount}) => sum + recordCount, 0);
	}

	/** Labels of the columns that are not sent: Secoda does not know them. */
	get unsentLabels(): readonly string[] {
		return this.sessions.flatMap(({header}) => unsentLabels(header));
	}

	/** What is wrong with its files as a whole. */
	get fileProblems(): readonly FileProblem[] {
		return this.sessions.flatMap(({fileProblems}) => fileProblems);
	}

	/** Returns the number of problems of a severity. */
	problemCount(severity: Severity): number {
		return this.sessions.reduce((sum, session) => sum + session.problemCount(severity), 0);
	}
}
