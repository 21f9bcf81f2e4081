import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import {Session} from '../../source/session/session.ts';
import {carryOut, changes, lastRow, record, seen, stacks} from '../support/changes.ts';
import {temporaryFolder} from '../support/folder.ts';
import {rounds} from '../support/rounds.ts';
import {header, listed, recordLine} from '../support/session.ts';

const {signal} = new AbortController();
class ReadError extends Error {}

/** Does something while the n-th read of a row fails. True if it came to that. */
function failsAt(session: Session, n: number, work: () => unknown): boolean {
	const {records} = session;
	const {fileBytes} = records;
	let left = n;
	records.fileBytes = at => {
		if (left-- === 0) throw new ReadError();
		return fileBytes.call(records, at);
	};
	try {
		work();
		return false;
	} catch (error) {
		assert.ok(error instanceof ReadError, String(error));
		return true;
	} finally {
		records.fileBytes = fileBytes;
	}
}

test('a change, undo or redo during which any read fails leaves everything as it was, and can be retried', async t => {
	const folder = await temporaryFolder(t);
	const path = join(folder, 'file.csv');
	const runs = rounds(30);
	let failed = 0;
	await fc.assert(
		fc.asyncProperty(
			fc.array(record, {minLength: lastRow - 1, maxLength: lastRow - 1}),
			fc.array(changes, {minLength: 1, maxLength: 6}),
			async (records, all) => {
				await writeFile(path, [header, ...records.map(recordLine), ''].join('\n'));
				const session = await Session.open(path, signal);
				for (const change of all) {
					for (let n = 0; ; n++) {
						const before = seen(session);
						const steps = n === 0 ? stacks(session) : undefined;
						if (!failsAt(session, n, () => carryOut(session, change))) break;
						failed++;
						assert.deepEqual(seen(session), before);
						if (steps !== undefined) assert.deepEqual(stacks(session), steps);
					}

					await sameAsFresh(session, join(folder, 'copy.csv'));
				}

				await session.close();
			},
		),
		{numRuns: runs},
	);
	assert.ok(failed > 16 * runs, `only ${failed} reads failed`);
});

/** The findings are those of the saved file opened again; rows that are skipped are brought back for that. */
async function sameAsFresh(session: Session, path: string): Promise<void> {
	const {overlay} = session.records;
	const skipped = overlay.rows().filter(at => session.isSkipped(at));
	for (const at of skipped) session.toggleSkipped(at);
	const saved = await session.save({kind: 'copy', path, replace: true}, signal);
	const fresh = await Session.open(saved.path, signal);
	assert.deepEqual(listed(session), listed(fresh));
	assert.deepEqual([...session.counts], [...fresh.counts]);
	assert.deepEqual(
		[session.recordCount, session.groups, session.isValid],
		[fresh.recordCount, fresh.groups, fresh.isValid],
	);
	await fresh.close();
	for (const _ of skipped) session.undo();
}
