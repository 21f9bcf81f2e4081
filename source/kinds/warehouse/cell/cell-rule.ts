import type {Fix} from '../../problem.ts';
import type {ProblemPage} from '../../problem-page.ts';
import type {Code} from '../codes.ts';
import type {Field} from '../field.ts';

/** Reads the cells that a fix needs beside its own, trimmed. */
export type OtherCells = {
	/** Returns another field of the row. */
	readonly beside: (field: Field) => string;
	/** Returns the nearest value of a field above the row; empty without one. */
	readonly above: (field: Field) => string;
};

/** A rule about one cell. Values are trimmed; `raw` is the value in the file. */
export type CellRule = {
	readonly code: Code;
	readonly fields: readonly Field[];
	/** True if a fix of the rule can be safe. */
	readonly hasSafeFixes: boolean;
	isBroken(value: string, raw: string): boolean;
	message(field: Field, value: string): string;
	fixes(field: Field, value: string, others: OtherCells): readonly Fix[];
	readonly page: ProblemPage;
};
