import type {ProblemPage} from '../problem-page.ts';
import {largestInteger, smallestInteger} from '../values/integer.ts';
import type {EntityName} from './entity.ts';
import {fileOf, tableWith} from './example.ts';
import type {Key} from './field.ts';

/** The keys that every resource must have. */
export const requiredKeys = ['entity_type', 'databuilder_id'] as const satisfies readonly Key[];

/** The keys that resources of a type must have too [doc]. */
export const requiredOf: {readonly [E in EntityName]?: readonly Key[]} = {
	table: ['schema', 'database'],
	column: ['parent_databuilder_id'],
	chart: ['parent_databuilder_id'],
};

/** The keys that are required by the documents, and missing in their own samples [doc]. */
export const recommendedOf: {readonly [E in EntityName]?: readonly Key[]} = {
	dashboard: ['group'],
	chart: ['product'],
};

export const required = {
	message: (key: string, type: string) =>
		requiredKeys.some(always => always === key)
			? `${key} is missing. Secoda needs it for every resource.`
			: `${key} is missing. Secoda needs it for a ${type}.`,
	page: {
		meaning:
			'A value is absent, null or empty that Secoda needs: entity_type and databuilder_id, the parent of a column or chart, schema and database of a table.',
		reason: 'Without it Secoda cannot know which page the line describes, or where it belongs.',
		example: {text: fileOf(tableWith('"title": "orders"').replace('"schema": "sales", ', ''))},
		fixes: [{kind: 'edit', text: 'Add the value, or skip the row.', fixed: fileOf(tableWith('"title": "orders"'))}],
	} satisfies ProblemPage,
};

const dashboard = '{"entity_type": "dashboard", "databuilder_id": "sales-2025", "title": "Sales 2025"}';

export const recommended = {
	message: (key: string, type: string) => `${key} is missing. The documents require it for a ${type}.`,
	page: {
		meaning: 'A dashboard has no group, or a chart no product.',
		reason: 'The documents of Secoda require these keys, but their own samples omit them. This is a warning.',
		example: {text: fileOf(dashboard)},
		fixes: [{kind: 'edit', text: 'Add the value.', fixed: fileOf(dashboard.replace('}', ', "group": "Sales"}'))}],
	} satisfies ProblemPage,
};

export const typeErrorPage: ProblemPage = {
	meaning: 'A value has the wrong JSON type, such as a number where Secoda expects a text.',
	reason: 'Secoda may reject the file, or ignore the value.',
	example: {text: fileOf(tableWith('"is_pk": "true"'))},
	fixes: [
		{
			kind: 'safe',
			text: 'Numbers become texts, digit for digit; "true" becomes true; "3" and 3.0 become 3; epoch times become date-times.',
		},
		{kind: 'edit', text: 'Write the value in the right type.', fixed: fileOf(tableWith('"is_pk": true'))},
	],
};

export const integer = {
	message: (key: string) => `${key} must be between ${smallestInteger} and ${largestInteger}.`,
	page: {
		meaning: 'sort_order is a whole number that does not fit in 32 bits.',
		reason: 'Secoda stores 32 bits.',
		example: {text: fileOf(tableWith('"sort_order": 3000000000'))},
		fixes: [{kind: 'edit', text: 'Write a smaller number.', fixed: fileOf(tableWith('"sort_order": 3'))}],
	} satisfies ProblemPage,
};
