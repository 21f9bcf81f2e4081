import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {resources} from '../../../source/kinds/resources/resources-kind.ts';
import {Session} from '../../../source/session/session.ts';
import {Random} from '../../reference/random.ts';
import {answerOf, answerOfSession} from '../../reference/resources/answer.ts';
import {makeLines} from '../../reference/resources/make-lines.ts';
import {temporaryFolder} from '../../support/folder.ts';
import {rounds} from '../../support/rounds.ts';

const {signal} = new AbortController();
const files = rounds(20);
const steps = 25;

const typed: readonly [string, ...string[]] = [
	'',
	'shop',
	'SHOP',
	'shop.sales',
	'shop.sales.orders',
	'shop.sales.orders.id',
	'shop.sales.orders.items',
	'board-1',
	'table',
	'column',
	'schema',
	'database',
	'Column',
	'true',
	'3',
	'None',
	' x ',
	'["a"]',
	'a "quoted" text',
];

const lines: readonly [string, ...string[]] = [
	'{}',
	'{"entity_type": "table", "databuilder_id": "shop.sales.orders"}',
	'{"entity_type": "column", "databuilder_id": "shop", "parent_databuilder_id": "shop", "Title": "x"}',
	'{"databuilder_id": "shop.sales", "parent_databuilder_id": "shop.sales.orders", "note": 1}',
];

/** Changes that a person could make, whatever the file holds. */
function changeSomething(session: Session, random: Random): void {
	const row = 1 + random.below(session.records.lastRow);
	switch (random.below(9)) {
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
			session.fixAll({code: random.pick(['missing-parent', 'json-error', 'duplicate-id', 'type-error', 'null-mark'])});
			break;
		case 4:
			session.toggleSkipped(row);
			break;
		case 5:
			session.rewriteRow(row, random.pick(lines));
			break;
		case 6:
			session.splitRow(row, [random.pick(lines), random.pick(lines), ...(random.oneIn(2) ? [random.pick(lines)] : [])]);
			break;
		case 7: {
			const fixes = session.problemsAt(row).flatMap(problem => problem.fixes);
			const fix = fixes[random.below(fixes.length + 1)];
			if (fix !== undefined) session.applyFix(row, fix);
			break;
		}

		default:
			session.setCell(row, random.below(random.oneIn(3) ? session.header.labels.length : 4), random.pick(typed));
	}
}

async function saved(session: Session, path: string): Promise<Buffer> {
	await session.save({kind: 'copy', path, replace: true}, signal);
	return readFile(path);
}

test('after any edits the findings are those of the saved file, and undo restores the bytes', async t => {
	const folder = await temporaryFolder(t);
	for (let seed = 1; seed <= files; seed++) {
		const path = join(folder, 'resources.jsonl');
		const bytes = makeLines(seed);
		await writeFile(path, bytes);
		const session = await Session.open(path, signal, {kinds: [resources]}).catch(() => undefined);
		if (session === undefined) continue;
		const random = new Random(seed);
		const before = answerOfSession(session);
		for (let step = 0; step < steps; step++) {
			changeSomething(session, random);
			const copy = join(folder, 'copy.jsonl');
			const content = await saved(session, copy);
			if (content.toString().trim() === '') continue;
			const reopened = await answerOf(copy);
			if (reopened.counts['wrong-kind'] !== undefined) continue;
			const now = answerOfSession(session);
			assert.deepEqual(withoutRows(now), withoutRows(reopened), `seed ${seed}, step ${step}`);
			if (session.records.overlay.skipped === 0) assert.deepEqual(now, reopened, `seed ${seed}, step ${step}`);
		}

		while (session.undo() !== undefined);
		assert.deepEqual(answerOfSession(session), before, `seed ${seed}`);
		assert.deepEqual(await saved(session, join(folder, 'undone.jsonl')), bytes, `seed ${seed}`);
		await session.close();
	}
});

/** A skipped row is not in the saved file, so the rows after it have other numbers there. */
function withoutRows({problems, ...answer}: Awaited<ReturnType<typeof answerOf>>) {
	return {...answer, problems: problems.map(problem => problem.replace(/^\d+ /, ''))};
}
