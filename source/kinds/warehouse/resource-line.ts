/** The sent names of a table. */
export type TableName = {readonly database: string; readonly schema: string; readonly name: string};

/** The values of a column; `undefined` if it has none. */
export type ColumnValues = {
	readonly description: string | undefined;
	readonly type: string | undefined;
	/** Digits. */
	readonly sortOrder: string | undefined;
};

type Members = {readonly [key: string]: string | undefined};

/** Returns the id of a resource: its names, outermost first, with a period between them. Periods inside a name are encoded. */
export function idOf(...names: readonly string[]): string {
	return names.map(encodeName).join('.');
}

function encodeName(name: string): string {
	return name.replaceAll('%', '%25').replaceAll('.', '%2E');
}

/** Encodes a resource as a line; members that are `undefined` are omitted. */
export function resourceLine(type: string, names: readonly string[], members: Members = {}): string {
	return `${JSON.stringify({
		entity_type: type,
		databuilder_id: idOf(...names),
		parent_databuilder_id: names.length > 1 ? idOf(...names.slice(0, -1)) : undefined,
		title: names.at(-1),
		...members,
	})}\n`;
}

/** Encodes a column as a line. */
export function columnLine({database, schema, name}: TableName, column: string, values: ColumnValues): string {
	const {description, type, sortOrder} = values;
	const line = resourceLine('column', [database, schema, name, column], {description, type});
	// As text, because a number could lose digits.
	return sortOrder === undefined ? line : `${line.slice(0, -2)},"sort_order":${sortOrder}}\n`;
}
