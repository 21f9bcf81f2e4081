import type {EntityType} from '../resources.ts';

/** The values of `entity_type`, in the documented order [doc]. */
export const entityNames = ['database', 'schema', 'table', 'column', 'dashboard_group', 'dashboard', 'chart'] as const;

export type EntityName = (typeof entityNames)[number];

/** The number of each name in `entityNames`, from 1; 0 is an unknown type. */
export function entityNumber(name: string): number {
	return numbers.get(name) ?? 0;
}

const numbers: ReadonlyMap<string, number> = new Map(entityNames.map((name, at) => [name, at + 1]));

/** Returns the name of a number; `undefined` for an unknown type. */
export function entityName(number: number): EntityName | undefined {
	return entityNames[number - 1];
}

/** The types that the parent of each type may have [doc]. */
export const parentTypes: {readonly [E in EntityName]: readonly EntityName[]} = {
	database: [],
	schema: ['database'],
	table: ['schema'],
	column: ['table', 'column'],
	dashboard_group: [],
	dashboard: ['dashboard_group'],
	chart: ['dashboard'],
};

/** The types whose parent is required, so that a wrong one is an error. */
export const withParent: ReadonlySet<EntityName | undefined> = new Set<EntityName>(['column', 'chart']);

/** The type of resource for each number, from 1. */
export const resourceTypes: readonly EntityType[] = entityTypes();

function entityTypes(): readonly EntityType[] {
	const types = entityNames.map((name): EntityType => {
		const singular = name.replace('_', ' ');
		return {
			singular,
			plural: `${singular}s`,
			isPlain: name === 'column',
			isGroup: name === 'database' || name === 'schema',
		};
	});
	const table = types[entityNumber('table') - 1];
	return types.map(type => (type.singular === 'column' && table !== undefined ? {...type, partOf: table} : type));
}

/** Returns the type that is meant by another spelling: other case, a plural, spaces or hyphens; `undefined` for no type. */
export function meantEntity(text: string): EntityName | undefined {
	const name = text.toLowerCase().replaceAll(/[\s-]+/g, '_');
	return entityNames.find(
		known =>
			name === known ||
			name === `${known}s` ||
			name === known.replace('_', '') ||
			name === `${known.replace('_', '')}s`,
	);
}
