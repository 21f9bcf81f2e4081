import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {resources} from '../../source/kinds/resources/resources-kind.ts';
import type {EntityType} from '../../source/kinds/resources.ts';
import type {Inventory} from '../../source/plan/inventory.ts';
import {planId} from '../../source/plan/plan-id.ts';
import {type CanonicalFile, canonicalFile, warehouseFile} from '../support/canonical-file.ts';
import {explain} from '../support/explained-plan.ts';

const part = fc.constantFrom('a', 'A', 'b', 'c_20250101', 'c_20250102');
const warehouse = fc
	.array(
		fc
			.tuple(
				fc.constantFrom('D', 'E'),
				fc.constantFrom('s', 'S', 't'),
				part,
				fc.constantFrom('p', 'q', 'r', 'u', 'v'),
				part,
			)
			.map(([database, schema, table, column, type]) => `${database}.${schema}.${table}.${column}/${type}`),
		{maxLength: 60},
	)
	.map(texts => warehouseFile(texts));

const line = fc
	.tuple(fc.constantFrom('table', 'column', 'chart'), fc.constantFrom('1', '2', '3', '4', '5'), part, part)
	.map(([entity_type, databuilder_id, title, description]) =>
		JSON.stringify({entity_type, databuilder_id, title, description}),
	);
const jsonLines = fc
	.array(line, {maxLength: 12})
	.map(lines => canonicalFile(resources, lines.map(text => `${text}\n`).join('')));

type Contents = Map<string, string>;

function textOfResource(inventory: Inventory, entity: EntityType, number: number): readonly [string, string] {
	const {low, high, low2, high2} = inventory.of(entity).keyOf(number);
	return [`${entity.singular} ${low} ${high} ${low2} ${high2}`, JSON.stringify(inventory.of(entity).contentOf(number))];
}

function contentsOf(inventory: Inventory): Contents {
	return new Map(
		inventory.entities.flatMap(entity =>
			Array.from({length: inventory.of(entity).count}, (_, at) => textOfResource(inventory, entity, at + 1)),
		),
	);
}

/** Applies the changes of a plan to the file that the catalog shows. */
function apply(before: CanonicalFile, after: CanonicalFile): Contents {
	const contents = contentsOf(before.inventory);
	const {changes} = explain(before, after);
	for (let at = 0; at < changes.length; at++) {
		const {action, entity, after: own, before: earlier} = changes.at(at);
		if (action === 'hidden' || action === 'renamed') {
			const [key] = textOfResource(before.inventory, entity, earlier);
			assert.ok(contents.delete(key), 'a resource is hidden once');
		}

		if (action !== 'hidden') {
			const [key, content] = textOfResource(after.inventory, entity, own);
			assert.equal(contents.has(key), action === 'updated' || action === 'retimed');
			contents.set(key, content);
		}
	}

	return contents;
}

for (const [what, file] of [
	['CSV', warehouse],
	['JSON Lines', jsonLines],
] as const) {
	test(`a random plan makes the file of what the catalog shows, and its causes explain each resource once: ${what}`, () => {
		fc.assert(
			fc.property(file, file, (before, after) => {
				const sorted = (contents: Contents) => [...contents].toSorted();
				assert.deepEqual(sorted(apply(before, after)), sorted(contentsOf(after.inventory)));
				const {changes, causes} = explain(before, after);
				for (const entity of changes.entities) {
					const {hidden, created, renamed} = changes.counts(entity);
					const explained = (side: 'hidden' | 'created') =>
						causes
							.flatMap(cause => cause.explained[side])
							.reduce((sum, {entity: type, count}) => sum + (type === entity ? count : 0), 0);
					assert.ok(explained('hidden') <= hidden + renamed);
					assert.ok(explained('created') <= created + renamed);
				}
			}),
		);
	});
}

const columns = fc.uniqueArray(
	fc
		.tuple(fc.constantFrom('s', 't'), fc.constantFrom('a', 'b', 'c'), fc.constantFrom('p', 'q', 'r', 'u'))
		.map(([schema, table, column]) => `D.${schema}.${table}.${column}/x`),
);

function idOf(before: readonly string[], after: readonly string[]): string {
	const [from, to] = [warehouseFile(before), warehouseFile(after)];
	const target = {host: 'h', integration: 'i', kind: 'warehouse'};
	return planId(target, explain(from, to).changes, {after: to.inventory, before: from.inventory});
}

test('the id of a random plan depends on what it creates, hides and renames, not on the order', () => {
	const pair = fc.tuple(columns, columns);
	fc.assert(
		fc.property(pair, pair, ([before, after], other) => {
			assert.equal(idOf(before.toReversed(), after.toSorted()), idOf(before, after));
			assert.equal(idOf(...other) === idOf(before, after), setsOf(...other) === setsOf(before, after));
		}),
	);
});

/** Returns the columns and tables that only one of two files has. */
function setsOf(before: readonly string[], after: readonly string[]): string {
	const withTables = (texts: readonly string[]) => [
		...new Set(texts.flatMap(text => [text, text.replace(/\.[^.]*$/, '')])),
	];
	const [from, to] = [withTables(before), withTables(after)];
	const only = (texts: readonly string[], others: readonly string[]) =>
		texts.filter(text => !others.includes(text)).toSorted();
	return JSON.stringify([only(from, to), only(to, from)]);
}
