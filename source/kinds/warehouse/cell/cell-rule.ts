import type {Fix} from '../../problem.ts';
import type {ProblemPage} from '../../problem-page.ts';
import type {Code} from '../codes.ts';
import type {Field} from '../field.ts';

/** Returns another field of the row, trimmed; for rules whose fix needs it. */
export type SiblingValue = (field: Field) => string;

/** A rule about one cell. Values are trimmed; `raw` is the value in the file. */
export type CellRule = {
	readonly code: Code;
	readonly fields: readonly Field[];
	/** True if a fix of the rule can be safe. */
	readonly hasSafeFixes: boolean;
	isBroken(value: string, raw: string): boolean;
	message(field: Field, value: string): string;
	fixes(field: Field, value: string, sibling: SiblingValue): readonly Fix[];
	readonly page: ProblemPage;
};

/** A fix is safe if it cannot change what a person meant. */
export type FixSafety = 'safe' | 'unsafe';

/** Returns a fix that changes the cell itself. */
export function cellFix(field: Field, value: string, safety: FixSafety, title = `change to ${value}`): Fix {
	return {title, safe: safety === 'safe', kind: 'cells', changes: [{field, value}]};
}
