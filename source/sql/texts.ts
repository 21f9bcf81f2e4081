import type {NameCase} from './query-options.ts';
import type {DatabaseUse, Tried, Warehouse} from './warehouse.ts';

/** Returns how the query of a warehouse was tried. */
export function describeTried(tried: Tried): string {
	switch (tried) {
		case 'tests':
			return 'run in tests';
		case 'engines':
			return 'run in tests (npm run test:engines)';
		case 'not-run':
			return 'not run against the engine';
	}
}

/** Returns what --database does, without a full stop. */
export function describeDatabase({database, databaseDefault}: Warehouse): string {
	const use = {
		current: 'The database of the connection; in another one, the query returns nothing',
		one: 'The database to read',
		filter: 'The databases to read: a name, or a pattern such as shop_*',
		constant: 'The value of the field "database"',
	} as const satisfies Record<DatabaseUse, string>;
	return `${use[database]} (default: ${databaseDefault})`;
}

/** Returns what --schema does, without a full stop. */
export function describeSchema({schema, schemaDefault}: Warehouse): string {
	const use = {
		filter: 'The schemas to read: names, or patterns such as stage_*',
		constant: 'The value of the field "schema": the warehouse has no schemas',
	} as const satisfies Record<Warehouse['schema'], string>;
	return `${use[schema]} (default: ${schemaDefault})`;
}

/** The lines of the comment before a query. They have no quote, semicolon or ampersand, which some clients interpret. */
export const commentTexts = {
	title: (title: string, tried: string) => `${title}: all columns, as a CSV for secoda-upload. ${tried}.`,
	run: (client: string) => `Run it with ${client}:`,
	nameCase: {
		lower: 'Names are in lower case, except names that differ only in case.',
		'as-is': 'Names have the letters that they have in the warehouse.',
	} as const satisfies Record<NameCase, string>,
	caseWarning: 'Do not change --case later: each resource would become a new page, and the old pages would be hidden.',
} as const;
