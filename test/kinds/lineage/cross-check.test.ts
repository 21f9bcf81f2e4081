import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {Bundle} from '../../../source/session/bundle.ts';
import type {Session} from '../../../source/session/session.ts';
import {ids, makeLineage} from '../../reference/lineage/make-lineage.ts';
import {makeResources} from '../../reference/lineage/make-resources.ts';
import {Random} from '../../reference/random.ts';
import {temporaryFolder} from '../../support/folder.ts';
import {rounds} from '../../support/rounds.ts';
import {listed} from '../../support/session.ts';

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

/** Changes the id of a resource or of an edge, or skips its row. */
function changeSomething(session: Session, field: string, random: Random): void {
	// The first line decides what kind of file it is.
	const row = 2 + random.below(session.records.lastRow - 1);
	const column = session.header.mapping[field];
	assert.ok(column !== undefined);
	switch (random.below(5)) {
		case 0:
			session.toggleSkipped(row);
			break;
		case 1:
			session.undo();
			break;
		default:
			session.setCell(row, column, random.pick(ids));
	}
}

test('after any edits in both files, the findings are those of the saved files', async t => {
	const folder = await temporaryFolder(t);
	const paths = [join(folder, 'resources.jsonl'), join(folder, 'lineage.jsonl')] as const;
	const copies = [join(folder, 'r.jsonl'), join(folder, 'l.jsonl')] as const;
	for (let seed = 0; seed < rounds(100); seed++) {
		await writeFile(paths[0], makeResources(seed));
		await writeFile(paths[1], makeLineage(seed));
		const bundle = await Bundle.open(paths, signal);
		const random = new Random(seed);
		for (let step = 0; step < 20; step++) {
			if (random.oneIn(2)) changeSomething(bundle.first, 'databuilder_id', random);
			else changeSomething(bundle.others[0] ?? bundle.first, 'from_identifier.databuilder_id', random);
		}

		// Without skipped rows, the copies have the same row numbers.
		for (const session of bundle.sessions) {
			for (let row = 1; row <= session.records.lastRow; row++) if (session.isSkipped(row)) session.toggleSkipped(row);
		}

		for (const [at, session] of bundle.sessions.entries()) {
			await session.save({kind: 'copy', path: copies[at] ?? '', replace: true}, signal);
		}

		const reopened = await Bundle.open(copies, signal);
		assert.deepEqual(bundle.sessions.map(listed), reopened.sessions.map(listed), `seed ${seed}`);
		await reopened.close();
		await bundle.close();
	}
});
