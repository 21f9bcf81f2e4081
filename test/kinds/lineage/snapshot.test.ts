import assert from 'node:assert/strict';
import test from 'node:test';
import type {ResourceKey} from '../../../source/kinds/keys/key-hash.ts';
import {lineageResources} from '../../../source/kinds/lineage/resources.ts';
import type {ResourceSink} from '../../../source/kinds/resources.ts';
import {Records} from '../../../source/records/records.ts';
import {SourceFile} from '../../../source/records/source/source-file.ts';
import {Session} from '../../../source/session/session.ts';
import {makeLineage} from '../../reference/lineage/make-lineage.ts';
import {temporaryFile} from '../../support/folder.ts';
import {rounds} from '../../support/rounds.ts';

const {signal} = new AbortController();

/** Collects the types and the keys of edges, in order. */
function keySink(): ResourceSink & {readonly keys: string[]} {
	const keys: string[] = [];
	return {
		keys,
		reserve() {},
		add: () => 0,
		append(entity, {low, high, low2, high2}: ResourceKey, {offset}) {
			assert.ok(lineageResources.entities.includes(entity));
			keys.push([entity.singular, low, high, low2, high2, offset].join());
		},
		find: () => 0,
		groupNumber: () => 0,
		implyParent() {},
	};
}

/** Returns what is sent of a file, and the keys of its edges as the check knows them. */
async function sent(session: Session): Promise<{readonly bytes: Buffer; readonly keys: readonly string[]}> {
	const sink = keySink();
	const add = session.resources(sink);
	const pieces: Buffer[] = [];
	for await (const piece of session.canonical(add, signal)) pieces.push(Buffer.from(piece));
	return {bytes: Buffer.concat(pieces), keys: sink.keys};
}

const a = '{"type": "internal_resource", "databuilder_id": "a"}';
const edge = (to: string) => `{"from_identifier": ${a}, "to_identifier": {"type": "external_table", "table": ${to}}}`;

test('lines are sent with their own bytes and LF, without blank lines and a byte order mark', async t => {
	const text = `\uFEFF${edge('"t"')}\r\n\r\n \t\n${edge('"\\u0074"')}\n${edge('"x" ')}`;
	const session = await Session.open(await temporaryFile(t, text), signal);
	t.after(() => session.close());
	assert.equal((await sent(session)).bytes.toString(), `${edge('"t"')}\n${edge('"\\u0074"')}\n${edge('"x" ')}\n`);
	session.setCell(4, session.header.mapping['to_identifier.table'] ?? 0, 'y');
	session.toggleSkipped(1);
	assert.equal((await sent(session)).bytes.toString(), `${edge('"y"')}\n${edge('"x" ')}\n`);
});

test('the edges of a snapshot are those that the check knows', async t => {
	for (let seed = 0; seed < rounds(60); seed++) {
		const session = await Session.open(await temporaryFile(t, makeLineage(seed), 'l.jsonl'), signal);
		// A file with errors is not sent; other errors than this one do not matter here.
		for (const {row} of session.findings.first('encoding-error', 100)) session.toggleSkipped(row);
		const {bytes, keys} = await sent(session);
		await session.close();
		const file = await SourceFile.open(await temporaryFile(t, bytes, 'sent.jsonl'));
		const records = await Records.open(file, lineageResources.sentFormat);
		const sink = keySink();
		const reader = lineageResources.resources([], sink);
		await records.findRecords(
			{onSlice: () => reader.forgetBytes(), onRecord: (row, record) => reader.read(record, records.index.start(row))},
			signal,
		);
		await records.close();
		assert.deepEqual(sink.keys, keys, `seed ${seed}`);
		if (bytes.length === 0) continue;
		const again = await Session.open(await temporaryFile(t, bytes, 'again.jsonl'), signal);
		const unreadSink = keySink();
		const unread = again.unread();
		assert.ok(unread !== undefined, `seed ${seed}`);
		unread(again.resources(unreadSink));
		assert.deepEqual(unreadSink.keys, keys, `seed ${seed}`);
		await again.close();
	}
});
