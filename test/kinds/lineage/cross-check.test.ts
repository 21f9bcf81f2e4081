import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {Bundle} from '../../../source/session/bundle.ts';
import {temporaryFolder} from '../../support/folder.ts';
import {rounds} from '../../support/rounds.ts';
import {listed} from '../../support/session.ts';
import {editRandomly, pairOf} from '../json/random-edits.ts';

const {signal} = new AbortController();

function edgeTo(id: string): string {
	const from = {type: 'external_table', table: 'a'};
	return JSON.stringify({from_identifier: from, to_identifier: {type: 'internal_resource', databuilder_id: id}});
}

async function openPair(t: TestContext, resourceIds: readonly string[], edgeIds: readonly string[]) {
	const folder = await temporaryFolder(t);
	const resource = (id: string) => JSON.stringify({entity_type: 'database', databuilder_id: id, title: id});
	const paths = [join(folder, 'resources.jsonl'), join(folder, 'lineage.jsonl')] as const;
	await writeFile(paths[0], `${resourceIds.map(resource).join('\n')}\n`);
	await writeFile(paths[1], `${edgeIds.map(edgeTo).join('\n')}\n`);
	const bundle = await Bundle.open(paths, signal);
	t.after(() => bundle.close());
	const [lineage] = bundle.others;
	assert.ok(lineage !== undefined);
	return {resources: bundle.first, lineage};
}

const proposals: ReadonlyArray<readonly [id: string, known: readonly string[], proposal: string | undefined]> = [
	[' Shop.Orders', ['shop.orders', 'shop.order'], 'shop.orders'],
	['shop.ordrs', ['shop.orders', 'shop.revenue'], 'shop.orders'],
	['shop.orderss', ['shop.orders'], 'shop.orders'],
	['shop.orders', ['shop.orderz'], 'shop.orderz'],
	['shop.order', ['shop.orders', 'shop.ordery'], undefined],
	['shop.o', ['shop.orders'], undefined],
];
for (const [id, known, proposal] of proposals) {
	test(`for "${id}" the id ${proposal === undefined ? 'of none' : `"${proposal}"`} of ${known.join(', ')} is proposed`, async t => {
		const {lineage} = await openPair(t, known, [id]);
		const problem = lineage.problemsAt(1).find(({code}) => code === 'unknown-resource');
		assert.ok(problem !== undefined);
		assert.equal(problem.field, 'to_identifier.databuilder_id');
		const values = problem.fixes.flatMap(fix => (fix.kind === 'cells' ? fix.changes.map(({value}) => value) : []));
		assert.deepEqual(values, proposal === undefined ? [] : [proposal]);
		const [fix] = problem.fixes;
		if (fix === undefined) return;
		lineage.applyFix(1, fix);
		assert.deepEqual(listed(lineage), []);
	});
}

test('after any edits in both files, findings and relatives are those of the saved files, and undo restores the bytes', async t => {
	const folder = await temporaryFolder(t);
	for (let seed = 0; seed < rounds(50); seed++)
		await editRandomly(folder, pairOf(seed), seed, {edits: 20, compareEvery: 5});
});
