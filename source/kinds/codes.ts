import type {Severity} from './problem.ts';

/** What is known of a code: how bad it is, and what it is called in lists. */
export type CodeInfo = {readonly severity: Severity; readonly title: string};

/** The codes of a kind, in the order in which lists show them. */
export type Codes = ReadonlyMap<string, CodeInfo>;

/** Codes that have the same meaning in every kind, so that code outside of the kinds may name them. */
export const sharedCode = {
	/** A row without a value. It is not sent. */
	blankRow: 'blank-row',
	/** Bytes that are not UTF-8. */
	encoding: 'encoding-error',
	/** A file without records. */
	noRecords: 'no-records',
} as const;

/** Returns how many problems of a severity there are, by how often each code was found. */
export function countProblems(codes: Codes, counts: ReadonlyMap<string, number>, severity: Severity): number {
	let sum = 0;
	for (const [code, count] of counts) if (codes.get(code)?.severity === severity) sum += count;
	return sum;
}

/** Returns the title of a code; the code itself where it is none of the kind. */
export function titleOf(codes: Codes, code: string): string {
	return codes.get(code)?.title ?? code;
}
