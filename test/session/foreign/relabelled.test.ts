import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import type {ResourceKey} from '../../../source/kinds/keys/key-hash.ts';
import type {EntityType} from '../../../source/kinds/resources.ts';
import {fields} from '../../../source/kinds/warehouse/field.ts';
import type {ReadOptions} from '../../../source/session/read-options.ts';
import {Session} from '../../../source/session/session.ts';
import {anyLabels, anyOrder, goodRows} from '../../mapping/relabelled.ts';
import {temporaryFolder} from '../../support/folder.ts';
import {rounds} from '../../support/rounds.ts';

const {signal} = new AbortController();

const encodeCell = (cell: string) => (/[,;\t|"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

function encode(rows: readonly (readonly string[])[], delimiter: string, encoding: 'utf-8' | 'latin1'): Buffer {
	const text = rows.map(row => row.map(encodeCell).join(delimiter)).join('\r\n');
	// The letters above U+00A0 are the same in Windows-1252.
	return Buffer.from(text, /[^\0-\u007F\u00A1-\u00FF]/.test(text) ? 'utf-8' : encoding);
}

/** Opens a file and returns the identities of its resources. */
async function inventoryOf(path: string, reading: ReadOptions): Promise<readonly string[]> {
	const session = await Session.open(path, signal, reading);
	try {
		assert.deepEqual(
			[...session.counts.keys()].filter(code => code !== 'dialect'),
			[],
		);
		const found = new Set<string>();
		const note = ({singular}: EntityType, {low, high, low2, high2}: ResourceKey) =>
			found.add([singular, low, high, low2, high2].join(' ')).size;
		const add = session.resources({
			reserve: () => undefined,
			add: note,
			append: note,
			find: () => 0,
			groupNumber: () => 0,
			implyParent: () => undefined,
		});
		for await (const piece of session.canonical(add, signal)) assert.ok(piece);
		return [...found].sort();
	} finally {
		await session.close();
	}
}

test('a good file with other labels, order, separator and encoding leads by its proposal to the same inventory', async t => {
	const folder = await temporaryFolder(t);
	const [good, foreign] = [join(folder, 'good.csv'), join(folder, 'foreign.csv')];
	const property = fc.asyncProperty(
		anyLabels,
		goodRows,
		anyOrder,
		fc.constantFrom(',', ';', '\t', '|'),
		fc.constantFrom('utf-8' as const, 'latin1' as const),
		async (labels, rows, order, delimiter, encoding) => {
			const shuffled = <Item>(items: readonly Item[]) => order.flatMap(at => items.slice(at, at + 1));
			const tableType = fields.indexOf('is_view');
			const known = rows.map(row => row.with(tableType, row[tableType] === 'VIEW' ? 'true' : 'false'));
			await writeFile(good, encode([fields, ...known], ',', 'utf-8'));
			await writeFile(foreign, encode([labels, ...known].map(shuffled), delimiter, encoding));
			assert.deepEqual(await inventoryOf(foreign, {proposal: 'take'}), await inventoryOf(good, {}));
		},
	);
	await fc.assert(property, {numRuns: rounds(60)});
});
