import type {Dialect} from './dialect.ts';
import {isWildcard, type QueryOptions} from './query-options.ts';

/** The expressions that the options restrict; absent if the warehouse does not have the level. */
type FilteredNames = {
	readonly database?: string;
	readonly schema?: string;
	readonly column: string;
};

/** Returns the conditions of the options. */
export function filters(
	dialect: Dialect,
	{database, schemas, excludedSchemas, excludedColumns}: QueryOptions,
	names: FilteredNames,
): readonly string[] {
	return [
		...(names.database === undefined || database === undefined ? [] : [matches(dialect, names.database, database)]),
		...(names.schema === undefined ? [] : included(dialect, names.schema, schemas)),
		...(names.schema === undefined ? [] : excluded(dialect, names.schema, excludedSchemas)),
		...excluded(dialect, names.column, excludedColumns),
	];
}

function included(dialect: Dialect, name: string, patterns: readonly string[]): readonly string[] {
	if (patterns.length === 0) return [];
	const any = patterns.map(pattern => matches(dialect, name, pattern)).join(' OR ');
	return [patterns.length === 1 ? any : `(${any})`];
}

function excluded(dialect: Dialect, name: string, patterns: readonly string[]): readonly string[] {
	return patterns.map(pattern => `NOT ${matches(dialect, name, pattern)}`);
}

/** Returns the condition that a name matches a pattern. */
function matches(dialect: Dialect, name: string, pattern: string): string {
	const text = (value: string) => dialect.lower(dialect.literal(value));
	if (!isWildcard(pattern)) return `${dialect.lower(name)} = ${text(pattern)}`;
	const {escapedBy, special} = dialect.like;
	const like = pattern
		.replace(special, character => escapedBy + character)
		.replaceAll('*', '%')
		.replaceAll('?', '_');
	return `${dialect.lower(name)} LIKE ${text(like)}${escapedBy === '!' ? " ESCAPE '!'" : ''}`;
}
