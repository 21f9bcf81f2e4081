import type {EntityType, ResourceKind, ResourceName} from '../../source/kinds/resources.ts';
import {warehouseResources} from '../../source/kinds/warehouse/resources.ts';
import type {ResourceSide} from '../../source/plan/changes/side.ts';
import {emptyInventory, type Inventory} from '../../source/plan/inventory.ts';
import {sentLimits} from '../../source/records/record-limits.ts';

/** A file as it is sent, in memory. */
export type CanonicalFile = {readonly inventory: Inventory; readonly side: ResourceSide};

/** Reads the resources of a file. `labels` are the labels of a header, which the file has if there are any. */
export function canonicalFile(kind: ResourceKind, text: string, labels: readonly string[] = []): CanonicalFile {
	const inventory = emptyInventory([kind]);
	const bytes = Buffer.from(text);
	const scanner = kind.sentFormat.scanner(sentLimits);
	const reader = kind.resources(labels, inventory);
	reader.forgetBytes();
	let at = labels.length === 0 ? 0 : scanner.next(bytes, 0, bytes.length, 'end');
	while (at < bytes.length) {
		const end = scanner.next(bytes, at, bytes.length, 'end');
		reader.read(scanner, at);
		at = end;
	}

	const describer = kind.describer(labels);
	const read = (entity: EntityType, number: number) => {
		scanner.next(bytes, inventory.of(entity).offsetOf(number), bytes.length, 'end');
		return scanner;
	};
	return {
		inventory,
		side: {
			nameOf: (entity, number): ResourceName => describer.nameOf(entity, read(entity, number)).name,
			fieldsOf: (entity, number) => describer.fieldsOf(entity, read(entity, number)),
		},
	};
}

const labels = ['database', 'schema', 'name', 'col_name', 'col_type', 'col_description', 'last_updated_time'];

/** A column as text: `DB.schema.table.column`, with its type, its description and the time of its table after slashes. */
export type ColumnText = string;

/** Returns a CSV with these columns. */
export function warehouseText(columns: readonly ColumnText[]): string {
	const rows = columns.map(column => {
		const [name = '', type = '', description = '', time = ''] = column.split('/');
		return [...name.split('.'), type, description, time].join(',');
	});
	return `${[labels.join(','), ...rows].join('\n')}\n`;
}

/** Reads a CSV with these columns. */
export function warehouseFile(columns: readonly ColumnText[]): CanonicalFile {
	return warehouseFileOf(warehouseText(columns));
}

/** Reads a CSV with the labels of `warehouseText`. */
export function warehouseFileOf(text: string): CanonicalFile {
	return canonicalFile(warehouseResources, text, labels);
}
