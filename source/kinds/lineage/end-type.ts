/** The keys of an identifier whose values are not looked at without its type. */
export const endKeys = ['databuilder_id', 'table', 'column', 'cluster', 'database', 'schema', 'sql'] as const;

export type EndKey = (typeof endKeys)[number];

/** The type of an end of an edge, and the keys of its identifier that go with it [doc]. */
export type EndType = {
	readonly name: 'internal_resource' | 'external_table' | 'external_column' | 'tables_from_query';
	readonly required: readonly EndKey[];
	readonly optional: readonly EndKey[];
};

const place = ['cluster', 'database', 'schema'] as const satisfies readonly EndKey[];

export const internalResource: EndType = {name: 'internal_resource', required: ['databuilder_id'], optional: []};
export const tablesFromQuery: EndType = {name: 'tables_from_query', required: ['sql'], optional: []};

/** The types of ends; their numbers start at 1. */
export const endTypes: readonly EndType[] = [
	internalResource,
	{name: 'external_table', required: ['table'], optional: place},
	{name: 'external_column', required: ['table', 'column'], optional: place},
	tablesFromQuery,
];

/** Returns the type with a name, without white space around it. */
export function endTypeNamed(name: string): EndType | undefined {
	return endTypes.find(type => type.name === name);
}
