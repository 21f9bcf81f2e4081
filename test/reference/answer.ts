import type {FileProblem} from '../../source/kinds/problem.ts';
import {FormatError} from '../../source/session/format-error.ts';
import {Session} from '../../source/session/session.ts';

/** The problems of a file in the terms of the reference; each of `problems` has row, field and code. */
export type Answer = {
	/** Null when the header keeps the rows from being judged. */
	readonly records: number | null;
	readonly tables: number | null;
	/** Null for a file without content. */
	readonly headerRow: number | null;
	readonly counts: {readonly [code: string]: number};
	readonly valid: boolean;
	/** In file order; within a row in the order of the alphabet. */
	readonly problems: readonly string[];
};

/** Returns the problems that the program finds in a file. */
export async function answerOf(path: string): Promise<Answer> {
	try {
		const session = await Session.open(path, new AbortController().signal);
		const answer = read(session);
		await session.close();
		return answer;
	} catch (error) {
		if (!(error instanceof FormatError)) throw error;
		const problems = [problemLine(1, undefined, error.code)];
		return {records: 0, tables: 0, headerRow: null, counts: {[error.code]: 1}, valid: false, problems};
	}
}

function read(session: Session): Answer {
	const rows = [...session.findings.rows()].flatMap(row =>
		session.problemsAt(row).map(({field, code}) => problemLine(row, field, code)),
	);
	return {
		records: session.canCheckRows ? session.recordCount : null,
		tables: session.canCheckRows ? (session.groups ?? null) : null,
		headerRow: session.records.headerRow ?? null,
		counts: sorted(session.counts),
		valid: session.isValid,
		problems: inOrder([
			...session.fileProblems.map(problem => problemLine(problem.row ?? 1, subject(problem), problem.code)),
			...rows,
		]),
	};
}

function subject(problem: FileProblem): string | undefined {
	return problem.field ?? problem.value;
}

/** The output of the reference. */
export type Printed = {
	readonly unsupported?: true;
	readonly records: number | null;
	readonly tables: number | null;
	readonly headerRow: number | null;
	readonly counts: {readonly [code: string]: number};
	readonly valid: boolean;
	readonly problems?: ReadonlyArray<readonly [row: number, field: string | null, code: string]>;
};

/** The answer of the reference in the same form. */
export function answerOfReference({records, tables, headerRow, counts, valid, problems = []}: Printed): Answer {
	return {
		records,
		tables,
		headerRow,
		counts: sorted(Object.entries(counts)),
		valid,
		problems: inOrder(problems.map(([row, field, code]) => problemLine(row, field ?? undefined, code))),
	};
}

function problemLine(row: number, field: string | undefined, code: string): string {
	return `${row} ${field ?? '-'} ${code}`;
}

function inOrder(problems: readonly string[]): readonly string[] {
	const rowOf = (problem: string) => Number.parseInt(problem, 10);
	return problems.toSorted((one, other) => rowOf(one) - rowOf(other) || (one < other ? -1 : 1));
}

function sorted(counts: Iterable<readonly [string, number]>): {readonly [code: string]: number} {
	return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
}
