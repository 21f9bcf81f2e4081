import assert from 'node:assert/strict';
import {rename, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {isFileError} from '../../../source/records/source/file-error.ts';
import {canCheckBeside, checkBeside} from '../../../source/session/beside/check-beside.ts';
import {checkTogether} from '../../../source/session/beside/check-together.ts';
import {Bundle} from '../../../source/session/bundle.ts';
import {openRecords} from '../../../source/session/open-records.ts';
import {Session} from '../../../source/session/session.ts';
import {ids, makeLineage} from '../../reference/lineage/make-lineage.ts';
import {makeResources} from '../../reference/lineage/make-resources.ts';
import {Random} from '../../reference/random.ts';
import {temporaryFile, temporaryFolder} from '../../support/folder.ts';
import {rounds} from '../../support/rounds.ts';
import {listed, openText} from '../../support/session.ts';

const {signal} = new AbortController();
const inWindows1252 = '\n{"from_databuilder_id": "caf\u00e9 au lait", "to_databuilder_id": "b"}\n';
const edge = '{"from_databuilder_id": "a", "to_databuilder_id": "b"}\n';

async function openUnchecked(t: TestContext, path: string): Promise<Session> {
	const session = new Session(await openRecords(path, {}, signal));
	t.after(() => session.close());
	return session;
}

/** Everything that a screen or a report reads of a file. */
function shown(session: Session) {
	const {records, header, counts, softened, recordCount, likelyEncoding} = session;
	const rows = Array.from({length: records.lastRow}, (_, at) => at + 1);
	return {
		listed: listed(session),
		labels: header.labels,
		shownLabels: header.labels.map((_, column) => records.format.isShown(column)),
		counts: [...counts],
		softened: [...softened],
		recordCount,
		likelyEncoding,
		rows: rows.map(row => [records.index.lineOf(row), session.cells(row), session.duplicateRowOf(row)]),
	};
}

test('a check in another thread gives the same, also for edits after it', async t => {
	const folder = await temporaryFolder(t);
	const unread = new Set<boolean>();
	for (let seed = 0; seed < rounds(6); seed++) {
		const [resources, path] = [join(folder, `resources-${seed}.jsonl`), join(folder, `lineage-${seed}.jsonl`)];
		await writeFile(resources, makeResources(seed));
		await writeFile(
			path,
			Buffer.concat([Buffer.from(makeLineage(seed)), Buffer.from(inWindows1252 + ' \n'.repeat(seed % 2), 'latin1')]),
		);
		const here = new Bundle(await openUnchecked(t, resources), await openUnchecked(t, path));
		const there = new Bundle(await openUnchecked(t, resources), await openUnchecked(t, path));
		for (const session of here.sessions) await session.check(signal);
		await there.first.check(signal);
		const [beside] = there.others;
		assert.ok(beside !== undefined);
		assert.equal(await checkBeside(beside, signal), 'checked');
		assert.equal(beside.unread() === undefined, here.others[0]?.unread() === undefined);
		unread.add(beside.unread() === undefined);
		for (const bundle of [here, there]) {
			bundle.compare();
			const random = new Random(seed);
			for (const session of bundle.others) {
				for (let edit = 0; edit < 8; edit++) {
					const row = 2 + random.below(session.records.lastRow - 1);
					session.setCell(row, random.below(session.header.labels.length), random.pick(ids));
				}

				session.splitRow(2, [edge.trim(), '{}']);
				session.fixAll('safe');
			}
		}

		assert.deepEqual(there.sessions.map(shown), here.sessions.map(shown), `seed ${seed}`);
	}

	assert.equal(unread.size, 2, 'some files are what is sent, others are not');
});

test('a file that was replaced after it was opened is not checked in another thread', async t => {
	const path = await temporaryFile(t, edge, 'lineage.jsonl');
	const session = await openUnchecked(t, path);
	await writeFile(`${path}.new`, edge.repeat(2));
	await rename(`${path}.new`, path);
	assert.equal(await checkBeside(session, signal), 'not-checked');
	await rename(path, `${path}.new`);
	assert.equal(await checkBeside(session, signal), 'not-checked');
	await session.check(signal);
	assert.equal(session.recordCount, 1);
});

test('only files on disk whose check can be moved are checked in another thread', async t => {
	assert.equal(canCheckBeside(await openText(t, edge)), true);
	assert.equal(canCheckBeside(await openText(t, '{"entity_type": "database", "databuilder_id": "a"}\n')), false);
	async function* stream() {
		yield Buffer.from(edge);
	}

	const copy = new Session(await openRecords({name: '-', stream: stream()}, {}, signal));
	t.after(() => copy.close());
	assert.equal(canCheckBeside(copy), false);
});

test('large files are checked at the same time, with the progress of all', async t => {
	const large = edge.repeat(Math.ceil((9 * 1024 * 1024) / edge.length));
	const files = [
		await openUnchecked(t, await temporaryFile(t, '{"entity_type": "database", "databuilder_id": "a"}\n')),
		await openUnchecked(t, await temporaryFile(t, large, 'lineage.jsonl')),
	];
	const progress: number[] = [];
	let size = 0;
	await checkTogether(files, signal, (bytes, total) => {
		progress.push(bytes);
		size = total;
	});
	assert.equal(files[1]?.findings.counts.get('duplicate-edge'), large.length / edge.length - 1);
	assert.deepEqual(
		progress,
		progress.toSorted((one, other) => one - other),
	);
	assert.equal(
		size,
		files.reduce((sum, {records}) => sum + records.file.size, 0),
	);
	assert.ok((progress.at(-1) ?? 0) <= size);
});

test('a check of several files stops on the signal and on the error of one', async t => {
	const large = await openUnchecked(t, await temporaryFile(t, edge.repeat(200_000), 'lineage.jsonl'));
	const small = () => temporaryFile(t, '{"entity_type": "database", "databuilder_id": "a"}\n');
	const stopped = AbortSignal.abort(new Error('stopped'));
	await assert.rejects(checkTogether([await openUnchecked(t, await small()), large], stopped), /stopped/);
	const closed = await openUnchecked(t, await small());
	await closed.close();
	await assert.rejects(checkTogether([closed, large], signal), isFileError);
	assert.equal(large.isChecked, false);
});
