import type {Fix} from '../../problem.ts';
import type {Code} from '../codes.ts';
import type {Field} from '../field.ts';

/** The other fields of a row, for rules whose fix needs them. Values are trimmed. */
export type Neighbours = (field: Field) => string;

/** A rule about one cell. Values come trimmed; `raw` is as it stands in the file. */
export type CellRule = {
	readonly code: Code;
	readonly fields: readonly Field[];
	/** Whether a fix of it can be safe. */
	readonly mendsSafely: boolean;
	/** Whether the value breaks the rule. */
	broken(value: string, raw: string): boolean;
	message(field: Field, value: string): string;
	fixes(field: Field, value: string, neighbours: Neighbours): readonly Fix[];
};

/** A fix is safe when it cannot change what a person meant. */
export type Safety = 'safe' | 'unsafe';

/** Returns a fix of the cell itself. */
export function cellFix(field: Field, value: string, safety: Safety, title = `change to ${value}`): Fix {
	return {title, safe: safety === 'safe', kind: 'cells', changes: [{field, value}]};
}
