import {type Field, fieldOfLabel} from '../kinds/warehouse/field.ts';
import type {LabelWord} from './compound-words.ts';
import {wordsOfLabel} from './label-words.ts';
import {lowered, meaningOfRoles, type Scores} from './role-patterns.ts';
import type {Role} from './words.ts';

/** The meaning of a label. */
export type LabelMeaning = {
	/** The field whose name or alias the label is. */
	readonly exact: Field | undefined;
	/** How well the words fit each field. */
	readonly scores: Scores;
	/** True if the words have a meaning, also one that is not a field. */
	readonly isKnown: boolean;
	/** The roles of its words. */
	readonly roles: ReadonlySet<Role>;
};

/** The cost of each word that is not in the dictionary. */
const unknownWord = 8;
const mostUnknown = 3;

/** Returns the meaning of a label, without its neighbours. What is in brackets counts only if the rest means nothing. */
export function readLabel(label: string): LabelMeaning {
	const exact = fieldOfLabel(label);
	const outside = label.replaceAll(/\([^)]*\)|\[[^\]]*\]|（[^）]*）/g, ' ');
	const words = wordsOfLabel(outside);
	const roles = headRoles(words.some(({role}) => role !== undefined) ? words : wordsOfLabel(label));
	const unknown = words.filter(({role}) => role === undefined).length;
	// A sentence that contains a known word is no label.
	const meaning = unknown > mostUnknown ? undefined : meaningOfRoles(roles);
	return {exact, scores: lowered(meaning ?? {}, unknown * unknownWord), isKnown: meaning !== undefined, roles};
}

/** The levels of names, outermost first. */
const levels: readonly Role[] = ['database', 'catalog', 'project', 'cluster', 'schema', 'dataset', 'table'];

/**
Returns the roles of the words. Of several levels only the head counts: a schema, else the last word (`table_catalog`), or the first before
a small word (`base de la table`).
*/
function headRoles(words: readonly LabelWord[]): ReadonlySet<Role> {
	const at = words.flatMap(({role}, index) => (role !== undefined && levels.includes(role) ? [index] : []));
	const [first, second] = at;
	const isHeadFirst =
		first !== undefined &&
		second !== undefined &&
		(words[first + 1]?.role === 'filler' || /^\p{Script=Cyrillic}/u.test(words[first]?.text ?? ''));
	const hasSchema = words.some(({role}) => role === 'schema');
	const head = hasSchema ? 'schema' : words[(isHeadFirst ? first : at.at(-1)) ?? -1]?.role;
	const isHead = (role: Role) => !levels.includes(role) || role === head;
	return new Set(words.flatMap(({role}) => (role !== undefined && isHead(role) ? [role] : [])));
}
