import {type Field, fieldOfLabel, fields, nameFields} from '../../source/kinds/warehouse/field.ts';

/** The recipe that a person would choose for a file. */
export type Expected = {
	/** The field of each column, by its label or as `#3`. */
	readonly map: {readonly [column: string]: string};
	readonly split?: {readonly [column: string]: readonly string[]};
	readonly headerRow?: number;
	readonly fillDown?: readonly string[];
	readonly tableRows?: boolean;
};

/** The proposal in the JSON of `check`. */
export type Proposed = {
	readonly headerRow: number;
	readonly proposals: ReadonlyArray<{readonly field: string; readonly column: number; readonly label: string}>;
	readonly splits: ReadonlyArray<{
		readonly fields: readonly string[];
		readonly column: number;
		readonly label: string;
	}>;
	readonly fillDown: readonly string[];
	readonly tableRows: boolean;
};

/** The fields that a person or the proposal has, or that need a value, and those of which the source is right. */
export type Score = {
	readonly fields: number;
	readonly right: number;
	/** The fields and parts that are wrong. */
	readonly wrong: readonly string[];
};

/** Compares a proposal with the recipe of a person. A file without a proposal is read by its labels. */
export function scoreProposal(expected: Expected, proposed: Proposed | undefined): Score {
	const wanted = new Map([
		...Object.entries(expected.map).map(([column, field]) => [field, column] as const),
		...Object.entries(expected.split ?? {}).flatMap(([column, parts]) => parts.map(part => [part, column] as const)),
	]);
	const isRead = (field: Field) => {
		const column = wanted.get(field);
		const found = proposed === undefined ? readByLabel(field, column) : namesOf(proposed, field);
		return column === undefined ? found.length === 0 : found.includes(column);
	};
	const scored = fields.filter(
		field =>
			wanted.has(field) ||
			nameFields.some(name => name === field) ||
			(proposed !== undefined && namesOf(proposed, field).length > 0),
	);
	const right = scored.filter(isRead);
	return {
		fields: scored.length,
		right: right.length,
		wrong: [...scored.filter(field => !right.includes(field)), ...wrongParts(expected, proposed)],
	};
}

function readByLabel(field: Field, column = ''): readonly string[] {
	return fieldOfLabel(column) === field ? [column] : [];
}

/** Returns the names of the column that is proposed for a field. */
function namesOf({proposals, splits}: Proposed, field: Field): readonly string[] {
	const found = proposals.find(one => one.field === field) ?? splits.find(one => one.fields.includes(field));
	return found === undefined ? [] : [found.label, found.label.trim(), `#${found.column}`];
}

function wrongParts(expected: Expected, proposed: Proposed | undefined): readonly string[] {
	const {headerRow = 1, fillDown = [], tableRows = false} = expected;
	const found = proposed ?? {headerRow: 1, fillDown: [], tableRows: false};
	return [
		...(found.headerRow === headerRow ? [] : ['header row']),
		...(found.fillDown.join() === fillDown.join() ? [] : ['fill down']),
		...(found.tableRows === tableRows ? [] : ['table rows']),
	];
}
