import type {QueryOptions} from './query-options.ts';

/**
How the query of a warehouse was tried: by `npm test`, by `npm run test:engines`, or not on the engine. The queries that were not run
are only compared with the documentation.
*/
export type Tried = 'tests' | 'engines' | 'not-run';

/**
The use of the option for the database. `current`: the query covers the database of the connection, and returns nothing in another
one. `one`: the database to read. `filter`: a pattern; without it, all. `constant`: there is no database; the value is written as it is.
*/
export type DatabaseUse = 'current' | 'one' | 'filter' | 'constant';

/** The files of a run, as words of a shell. */
export type RunFiles = {readonly query: string; readonly csv: string};

export type Warehouse = {
	readonly title: string;
	readonly tried: Tried;
	readonly database: DatabaseUse;
	/** The database without the option, as a text for users; of a constant, its value. */
	readonly databaseDefault: string;
	/** `constant`: the warehouse has no schemas; the value is written as it is. */
	readonly schema: 'filter' | 'constant';
	/** The schemas without the option, as a text for users; of a constant, its value. */
	readonly schemaDefault: string;
	readonly hasRegion: boolean;
	/** Facts that users must know, such as what the query omits. Each is also a line of the comment before the query. */
	readonly notes: readonly string[];
	/** The client that writes a CSV, and its commands. Words in angle brackets are placeholders. */
	readonly client: string;
	commands(files: RunFiles, options: QueryOptions): readonly string[];
	/** Returns the query without comments. */
	query(options: QueryOptions): string;
};
