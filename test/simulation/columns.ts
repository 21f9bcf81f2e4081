import {warehouse} from '../../source/kinds/warehouse/warehouse.ts';
import {emptyInventory, type Inventory} from '../../source/plan/inventory.ts';
import type {SnapshotSource} from '../../source/plan/snapshot.ts';
import {describeSnapshot} from '../../source/snapshot/describe-snapshot.ts';
import {header, recordLine} from '../support/session.ts';
import type {ColumnName} from './world.ts';

/** Returns a CSV with these columns. */
export function csvOf(columns: readonly ColumnName[], description: string): string {
	const lines = columns.map(column => {
		const [name = '', col_name = ''] = column.split('.');
		return recordLine({name, col_name, col_description: description});
	});
	return [header, ...lines, ''].join('\r\n');
}

/** Returns the name of the column of a page. */
export function columnOf({databuilderId}: {readonly databuilderId: string}): ColumnName {
	return databuilderId.split('/').slice(-2).join('.');
}

/** Returns a source that sends a CSV with these columns. */
export function sourceOf(columns: readonly ColumnName[]): SnapshotSource {
	const bytes = Buffer.from(csvOf(columns, 'ours'));
	return {
		path: 'warehouse.csv',
		problem: undefined,
		warnings: 0,
		notSent: [],
		writtenAt: () => Promise.resolve(undefined),
		async take(store) {
			const writer = await store.create();
			await writer.write(bytes);
			const {path, sha256, release} = await writer.commit();
			const part = {
				kind: warehouse.name,
				part: 'file',
				name: 'warehouse.csv',
				contentType: 'text/csv',
				path,
				records: columns.length,
				bytes: bytes.length,
				sha256,
			};
			return {...describeSnapshot([{part, kind: warehouse}], inventoryOf(columns)), release};
		},
	};
}

function inventoryOf(columns: readonly ColumnName[]): Inventory {
	const inventory = emptyInventory([warehouse]);
	for (const column of columns) {
		const [table = '', title = ''] = column.split('.');
		const page = {id: column, database: 'DB', schema: 'sales', table, title, archived: false};
		for (const list of warehouse.readBack) for (const {entity, key} of list.resources(page)) inventory.add(entity, key);
	}

	return inventory;
}
