import type {Severity} from './problem.ts';

/** The severity of a code, and its title in lists. */
export type CodeInfo = {readonly severity: Severity; readonly title: string};

/** The codes of a file kind, in display order. */
export type Codes = ReadonlyMap<string, CodeInfo>;

/** Codes with the same meaning in every file kind; only these may be named outside of the kinds. */
export const sharedCode = {
	/** A row without values. It is not sent. */
	blankRow: 'blank-row',
	/** Bytes that are not UTF-8. */
	encoding: 'encoding-error',
	/** A file without records. */
	noRecords: 'no-records',
} as const;

/** The number of problems with each code. */
export type ProblemCounts = {
	readonly counts: ReadonlyMap<string, number>;
	/** Of these, the problems that are only warnings, although their code is an error. */
	readonly softened: ReadonlyMap<string, number>;
};

/** Returns the number of problems with a severity. */
export function countProblems(codes: Codes, {counts, softened}: ProblemCounts, severity: Severity): number {
	let sum = 0;
	for (const [code, count] of counts) {
		const soft = softened.get(code) ?? 0;
		if (codes.get(code)?.severity === severity) sum += count - soft;
		if (severity === 'warning') sum += soft;
	}

	return sum;
}

/** Returns the title of a code, or the code itself if the kind does not have it. */
export function titleOf(codes: Codes, code: string): string {
	return codes.get(code)?.title ?? code;
}
