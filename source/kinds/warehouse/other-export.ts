import type {UnsupportedFormat} from '../unsupported-format.ts';
import {nameFields} from './field.ts';
import {readHeader} from './header.ts';

/** A table for another purpose, and the folded labels that show it. */
type OtherExport = {readonly wrong: UnsupportedFormat; isIn(labels: readonly string[]): boolean};

function otherTable(isIn: OtherExport['isIn'], message: string, next: string): OtherExport {
	return {wrong: {code: 'wrong-kind', message, next}, isIn};
}

function has(...wanted: readonly string[]): OtherExport['isIn'] {
	return labels => wanted.every(label => labels.includes(label));
}

const queryInstead =
	'Export the columns of the warehouse itself: "secoda-upload sql" prints a query. Or export them from the other tool as a plain table.';

const exports: readonly OtherExport[] = [
	otherTable(
		has('id', 'title', 'entity_type'),
		'This file is for Import and Export in Secoda, which edits existing pages. It does not describe a warehouse.',
		'Import it in the web app: Settings > Import and Export.',
	),
	otherTable(
		labels => labels.join() === 'row,field,value',
		'This is a list of corrections (row, field, value), such as that of the demo. It does not describe a warehouse.',
		'Choose the file that the corrections are for, and make them there.',
	),
	...['name*', 'column.fullyqualifiedname'].map(label =>
		otherTable(
			has(label),
			`This file is for the import of OpenMetadata: it has the column ${label}. It does not describe a warehouse.`,
			queryInstead,
		),
	),
	otherTable(
		has('resource', 'subresource'),
		'This file is for the csv-enricher of DataHub (resource, subresource). It does not describe a warehouse.',
		queryInstead,
	),
];

/** Detects a table that another tool has written for its own import: a required label is missing. */
export function otherExport(labels: readonly string[]): UnsupportedFormat | undefined {
	const {folded, mapping} = readHeader(labels);
	if (nameFields.every(field => mapping[field] !== undefined)) return undefined;
	return exports.find(({isIn}) => isIn(folded))?.wrong;
}
