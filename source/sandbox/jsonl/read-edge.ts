import type {LineFields} from './line-fields.ts';

/** An end of an edge. Names that are absent are empty. */
export type EdgeEnd =
	| {readonly kind: 'internal'; readonly databuilderId: string}
	| {
			readonly kind: 'external';
			readonly database: string;
			readonly schema: string;
			readonly table: string;
			/** Empty for a table. */
			readonly column: string;
	  }
	| {readonly kind: 'query'; readonly sql: string};

/** A parsed line of a lineage file. */
export type ImportedEdge = {readonly from: EdgeEnd; readonly to: EdgeEnd};

/** Parses an edge, also in the old form with two databuilder IDs [doc]. @throws ImportError */
export function readEdge(line: LineFields): ImportedEdge {
	if (!line.has('from_identifier') && !line.has('to_identifier') && line.has('from_databuilder_id')) {
		const end = (key: string): EdgeEnd => ({kind: 'internal', databuilderId: line.required(key)});
		return {from: end('from_databuilder_id'), to: end('to_databuilder_id')};
	}

	const from = readEnd(line.object('from_identifier'));
	const to = readEnd(line.object('to_identifier'));
	if (to.kind === 'query') throw line.fail('to_identifier cannot be tables_from_query');
	return {from, to};
}

function readEnd(end: LineFields): EdgeEnd {
	const type = end.required('type').trim();
	switch (type) {
		case 'internal_resource':
			return {kind: 'internal', databuilderId: end.required('databuilder_id')};
		case 'external_table':
			return {kind: 'external', ...placeOf(end), column: ''};
		case 'external_column':
			return {kind: 'external', ...placeOf(end), column: end.required('column')};
		case 'tables_from_query':
			return {kind: 'query', sql: end.required('sql')};
		default:
			throw end.fail(`the type "${type}" is not known`);
	}
}

function placeOf(end: LineFields) {
	return {database: end.text('database'), schema: end.text('schema'), table: end.required('table')};
}
