import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {Session} from '../../../source/session/session.ts';
import {makeLineage} from '../../reference/lineage/make-lineage.ts';
import {Random} from '../../reference/random.ts';
import {temporaryFolder} from '../../support/folder.ts';
import {rounds} from '../../support/rounds.ts';
import {listed} from '../../support/session.ts';

const {signal} = new AbortController();
const typed = [
	'',
	'db.s.a',
	'db.s.b',
	' db.s.a',
	'internal_resource',
	'external_table',
	'External-Table',
	'1',
	'{}',
	'null',
] as const;
const lines = [
	'{"from_identifier": {"type": "internal_resource", "databuilder_id": "db.s.a"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "db.s.b"}}',
	'{"to_identifier":{"databuilder_id":"db.s.b","type":"internal_resource"},"From-Identifier":{"type":"internal_resource","databuilder_id":"db.s.\\u0061"}}',
	'{"from_databuilder_id": "db.s.a", "to_databuilder_id": "db.s.b", "note": 1}',
	'{"from_databuilder_id": 1, "to_databuilder_id": "db.s.b", "from_identifier": null}',
	'{"from_identifier": 1}',
	'{}',
] as const;

/** Changes that a person could make, whatever the file holds. */
function changeSomething(session: Session, random: Random): void {
	// The first line decides what kind of file it is.
	const row = 2 + random.below(session.records.lastRow - 1);
	switch (random.below(10)) {
		case 0:
			session.undo();
			break;
		case 1:
			session.redo();
			break;
		case 2:
			session.fixAll('safe');
			break;
		case 3:
			session.fixAll({code: random.pick(['query-target', 'type-error', 'old-form', 'misspelt-key', 'self-edge'])});
			break;
		case 4:
			session.toggleSkipped(row);
			break;
		case 5:
			session.splitRow(row, [random.pick(lines), random.pick(lines)].slice(random.below(2)));
			break;
		case 6:
			session.rewriteRow(row, random.pick(lines));
			break;
		default:
			session.setCell(row, random.below(session.header.labels.length), random.pick(typed));
	}
}

test('has the findings of the reopened saved file after any changes', async t => {
	const folder = await temporaryFolder(t);
	for (let seed = 0; seed < rounds(150); seed++) {
		const path = join(folder, 'file.jsonl');
		const bytes = makeLineage(seed);
		await writeFile(path, bytes);
		const session = await Session.open(path, signal);
		const random = new Random(seed);
		for (let step = 0; step < 12; step++) changeSomething(session, random);
		// Without skipped rows, the copy has the same row numbers.
		for (let row = 1; row <= session.records.lastRow; row++) if (session.isSkipped(row)) session.toggleSkipped(row);
		const {path: copy} = await session.save({kind: 'copy', path: join(folder, 'copy.jsonl'), replace: true}, signal);
		const reopened = await Session.open(copy, signal);
		assert.deepEqual(listed(session), listed(reopened), `seed ${seed}`);
		assert.deepEqual([...session.counts], [...reopened.counts], `seed ${seed}`);
		assert.equal(session.recordCount, reopened.recordCount, `seed ${seed}`);
		await reopened.close();
		while (session.undo() !== undefined);
		await session.save({kind: 'copy', path: copy, replace: true}, signal);
		assert.ok((await readFile(copy)).equals(bytes), `seed ${seed}: undoing everything does not bring the bytes back`);
		await session.close();
	}
});
