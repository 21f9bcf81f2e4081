import {createHash, randomUUID} from 'node:crypto';
import {rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {warehouse} from '../../source/kinds/warehouse/warehouse.ts';
import {emptyInventory, type Inventory} from '../../source/plan/inventory.ts';
import type {KeptPart, PartStore, SnapshotSource} from '../../source/plan/snapshot.ts';
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

/** A snapshot is kept for a second watch; otherwise it is a file in this folder, which takes a third of the time. */
export type Keeping = 'kept' | {readonly folder: string};

/** Returns a source that sends a CSV with these columns. */
export function sourceOf(columns: readonly ColumnName[], keeping: Keeping): SnapshotSource {
	const bytes = Buffer.from(csvOf(columns, 'ours'));
	return {
		path: 'warehouse.csv',
		paths: ['warehouse.csv'],
		problem: undefined,
		warnings: 0,
		notSent: [],
		writtenAt: () => Promise.resolve(undefined),
		async take(store) {
			const {path, sha256, release} = keeping === 'kept' ? await keep(bytes, store) : writeIn(keeping.folder, bytes);
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

async function keep(bytes: Uint8Array, store: PartStore): Promise<KeptPart> {
	const writer = await store.create();
	await writer.write(bytes);
	return writer.commit();
}

function writeIn(folder: string, bytes: Uint8Array): KeptPart {
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const path = join(folder, `${randomUUID()}.csv`);
	writeFileSync(path, bytes);
	return {path, sha256, bytes: bytes.length, release: () => rmSync(path)};
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
