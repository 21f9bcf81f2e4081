/** The case of names: `as-is` keeps their letters. */
export const nameCases = ['lower', 'as-is'] as const;

export type NameCase = (typeof nameCases)[number];

/** The options of a query. Patterns have `*` for any characters and `?` for one; case is ignored. */
export type QueryOptions = {
	/** Its use depends on the warehouse: `Warehouse.database`. */
	readonly database: string | undefined;
	/** The location of datasets, in BigQuery. */
	readonly region: string | undefined;
	/** Patterns of schemas; every schema if there are none. Without schemas, the name to use as the schema. */
	readonly schemas: readonly string[];
	readonly excludedSchemas: readonly string[];
	readonly excludedColumns: readonly string[];
	readonly nameCase: NameCase;
};

/** The options if the user gives none. */
export const defaultOptions: QueryOptions = {
	database: undefined,
	region: undefined,
	schemas: [],
	excludedSchemas: [],
	excludedColumns: [],
	nameCase: 'lower',
};

/** True if a pattern can match several names. */
export function isWildcard(pattern: string): boolean {
	return /[*?]/.test(pattern);
}
