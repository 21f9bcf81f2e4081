import type {Problem} from '../../kinds/problem.ts';
import type {Severity} from '../../kinds/severity.ts';
import type {Code} from '../../kinds/warehouse/codes.ts';
import type {Field} from '../../kinds/warehouse/field.ts';

/** A problem of the whole file, in words. */
export type WholeFileProblem = {
	readonly code: Code;
	readonly severity: Severity;
	readonly field?: Field | undefined;
	readonly value?: string | undefined;
	readonly message: string;
	/** What to do about it. */
	readonly next: string;
};

/** A file that was checked, wherever it came from. */
export type CheckedFile = {
	readonly path: string;
	/** Null when the file keeps its rows from being judged. */
	readonly records: number | null;
	/** Warehouse tables; null likewise. */
	readonly tables: number | null;
	/** How often each code was found; codes that were not found are absent. */
	readonly counts: ReadonlyMap<Code, number>;
	readonly wholeFile: readonly WholeFileProblem[];
	/** What the problems together look like. */
	readonly hint: {readonly message: string; readonly next: string} | undefined;
	/** The first problems of a kind in rows, in order; at most `most`. */
	first(code: Code, most: number): readonly Problem[];
	/** The rows with problems, in order. */
	rows(): Iterable<number>;
	problemsAt(row: number): readonly Problem[];
	/** The physical line on which a row starts. */
	lineOf(row: number): number;
};

/** A problem that is listed: infos are only counted. */
export type Listed = {
	readonly code: Code;
	readonly severity: Severity;
	readonly row: number | null;
	readonly line: number | null;
	readonly problem: Problem | WholeFileProblem;
};

/** The errors and warnings of a file, those of the whole file first, then in file order; at most `limit` (0 = all). */
export function* listed(file: CheckedFile, limit: number): Generator<Listed, void, void> {
	let left = limit === 0 ? Number.POSITIVE_INFINITY : limit;
	for (const problem of file.wholeFile) {
		if (problem.severity === 'info') continue;
		if (left-- <= 0) return;
		yield wholeFileListed(problem);
	}

	for (const row of file.rows()) {
		for (const problem of file.problemsAt(row)) {
			if (left-- <= 0) return;
			yield rowListed(file, problem);
		}
	}
}

/** The first problems of a kind, those of the whole file first; at most `most`. */
export function firstListed(file: CheckedFile, code: Code, most: number): readonly Listed[] {
	const whole = file.wholeFile.filter(problem => problem.code === code).map(wholeFileListed);
	const inRows = file.first(code, Math.max(0, most - whole.length)).map(problem => rowListed(file, problem));
	return [...whole, ...inRows].slice(0, most);
}

function wholeFileListed(problem: WholeFileProblem): Listed {
	return {code: problem.code, severity: problem.severity, row: null, line: null, problem};
}

function rowListed(file: CheckedFile, problem: Problem): Listed {
	const {code, severity, row} = problem;
	return {code, severity, row, line: file.lineOf(row), problem};
}

/** A problem that is left out of a report: a code, or a code in one field. */
export type Ignored = {readonly code: Code; readonly field?: Field | undefined};
