import {KeyHash, type ResourceKey} from '../../source/kinds/keys/key-hash.ts';
import type {
	EntityType,
	NamedResource,
	ResourceKind,
	ResourceReader,
	ResourceSink,
} from '../../source/kinds/resources.ts';
import {Inventory} from '../../source/plan/inventory.ts';
import {CsvFormat} from '../../source/records/csv/csv-format.ts';
import {delimiters} from '../../source/records/csv/dialect.ts';
import type {RecordScanner} from '../../source/records/record-scanner.ts';

export const group: EntityType = {singular: 'dashboard group', plural: 'dashboard groups', isPlain: false};
export const dashboard: EntityType = {singular: 'dashboard', plural: 'dashboards', isPlain: false};
export const chart: EntityType = {singular: 'chart', plural: 'charts', isPlain: true};
export const edge: EntityType = {singular: 'edge', plural: 'edges', isPlain: true};

const types = [group, dashboard, chart, edge];

/**
A made-up kind: each record is one resource, by its type and its id. One list shows dashboards and their groups, another one
charts, which imply a dashboard; none shows edges.
*/
export const dashboards: ResourceKind = {
	entities: types,
	readBack: [
		{
			name: 'tables',
			entities: [dashboard, group],
			implied: [],
			resources: ({schema, title}) => types.flatMap(type => (type.singular === schema ? [named(type, title)] : [])),
		},
		{
			name: 'columns',
			entities: [chart],
			implied: [dashboard],
			resources: ({table = '', title}) => [named(chart, title), named(dashboard, table)],
		},
	],
	sentFormat: new CsvFormat(delimiters.comma),
	resources: (_labels, sink) => new DashboardReader(sink),
	describer: () => ({
		nameOf: (_entity, record) => ({name: [record.value(1)], own: record.value(1)}),
		fieldsOf: () => [],
	}),
};

export function named(entity: EntityType, id: string): NamedResource {
	return {entity, key: idKey(id), name: [id]};
}

/** Returns the key of an id. */
export function idKey(id: string): ResourceKey {
	return new KeyHash().start().addText(id).finish();
}

/** Returns the inventory of a snapshot with these resources. */
export function inventoryWith(resources: readonly NamedResource[]): Inventory {
	const inventory = new Inventory(dashboards.entities);
	for (const {entity, key} of resources) inventory.add(entity, key);
	return inventory;
}

class DashboardReader implements ResourceReader {
	readonly #sink: ResourceSink;

	constructor(sink: ResourceSink) {
		this.#sink = sink;
	}

	reserve(): void {}

	forgetBytes(): void {}

	read(record: RecordScanner): void {
		const entity = types.find(({singular}) => singular === record.value(0));
		if (entity === undefined) return;
		this.#sink.add(entity, idKey(record.value(1)));
	}
}
