import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import {fileKinds} from '../../source/kinds/index.ts';
import {Bundle} from '../../source/session/bundle.ts';
import {temporaryFile} from '../support/folder.ts';
import {linkedNotes, links} from '../support/links/links.ts';
import {listed} from '../support/session.ts';

/*
Two files of kinds that only tests know: notes define paths, links refer to them. The real kinds are tested in test/kinds/.
*/

const {signal} = new AbortController();
const kinds = [linkedNotes, links];

async function open(t: TestContext, notesText: readonly string[], linksText: readonly string[]) {
	const paths = [
		await temporaryFile(t, `${linksText.join('\n')}\n`, 'columns.links'),
		await temporaryFile(t, `${notesText.join('\n')}\n`, 'columns.notes'),
	] as const;
	const bundle = await Bundle.open(paths, signal, {kinds});
	t.after(() => bundle.close());
	const [first, second] = bundle.sessions;
	assert.ok(first !== undefined && second !== undefined);
	return {bundle, notes: first, links: second};
}

const notesText = ['d.s.t.a | int | ', 'd.s.t.b | int | ', 'd.s.t.c | int | '];
const linksText = ['d.s.t.a -> d.s.t.b', 'd.s.t.b -> d.s.t.c', 'd.s.t.x -> d.s.t.y'];

test('files are opened in the order of their parts, whatever the order of their paths', async t => {
	const {bundle} = await open(t, notesText, linksText);
	assert.deepEqual(
		bundle.sessions.map(({kind}) => kind.name),
		['notes', 'links'],
	);
});

test('references to ids that the other file does not define are found', async t => {
	const {bundle, links} = await open(t, notesText, linksText);
	assert.deepEqual(listed(links), ['3 from unknown-note', '3 to unknown-note']);
	assert.equal(bundle.problemCount('warning'), 2);
	assert.equal(bundle.isValid, true);
});

test('references of a file alone are not compared', async t => {
	const bundle = await Bundle.open([await temporaryFile(t, linksText.join('\n'))], signal, {kinds});
	t.after(() => bundle.close());
	assert.deepEqual(listed(bundle.first), []);
});

test('an edit, its undo and its redo in the file with the ids update the findings of the other', async t => {
	const {notes, links} = await open(t, notesText, linksText);
	const before = listed(links);
	notes.setCell(2, 0, 'd.s.t.x');
	const after = ['1 to unknown-note', '2 from unknown-note', '3 to unknown-note'];
	assert.deepEqual(listed(links), after);
	notes.undo();
	assert.deepEqual(listed(links), before);
	notes.redo();
	assert.deepEqual(listed(links), after);
});

test('an edit in the file with the references updates its own findings', async t => {
	const {links} = await open(t, notesText, linksText);
	links.setCell(3, 0, 'd.s.t.a');
	assert.deepEqual(listed(links), ['3 to unknown-note']);
	links.setCell(1, 1, 'D.S.T.B');
	assert.deepEqual(listed(links), ['1 to unknown-note', '3 to unknown-note']);
	assert.equal(links.problemsAt(1)[0]?.fixes[0]?.title, 'd.s.t.b');
	links.undo();
	links.undo();
	assert.deepEqual(listed(links), ['3 from unknown-note', '3 to unknown-note']);
});

test('a skipped row defines no id, and a row that is split keeps the ids of its parts', async t => {
	const {notes, links} = await open(t, notesText, linksText);
	notes.toggleSkipped(1);
	assert.deepEqual(listed(links).slice(0, 1), ['1 from unknown-note']);
	notes.splitRow(1, ['d.s.t.a | int | ', 'd.s.t.y | int | ']);
	assert.deepEqual(listed(links), ['3 from unknown-note']);
	notes.undo();
	notes.undo();
	assert.deepEqual(listed(links), ['3 from unknown-note', '3 to unknown-note']);
});

test('random edits in both files leave the findings that the edited files have when they are opened', async t => {
	const {notes, links} = await open(t, notesText, linksText);
	let seed = 7;
	const next = (below: number) => {
		seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
		return Math.floor((seed / 2_147_483_648) * below);
	};
	const path = () => `d.s.t.${'abcxy'[next(5)]}`;
	for (let step = 0; step < 200; step++) {
		const session = next(2) === 0 ? notes : links;
		const row = 1 + next(3);
		switch (next(5)) {
			case 0:
				session.undo();
				break;
			case 1:
				session.redo();
				break;
			case 2:
				session.toggleSkipped(row);
				break;
			default:
				session.setCell(row, session === links ? next(2) : 0, path());
		}

		const defined = new Set([1, 2, 3].flatMap(at => (notes.isSkipped(at) ? [] : [notes.cells(at)[0]])));
		const expected = [1, 2, 3].flatMap(at =>
			links.isSkipped(at)
				? []
				: ['from', 'to'].flatMap((field, column) =>
						defined.has(links.cells(at)[column]) ? [] : [`${at} ${field} unknown-note`],
					),
		);
		assert.deepEqual(listed(links), expected, `step ${step}`);
	}
});

for (const [what, one, other, message] of [
	['two of the same kind', notesText, notesText, /are of the same kind \(notes\)/],
	['two kinds that are not sent together', notesText, ['a,b', 'c,d'], /not sent together \(notes, /],
] as const) {
	test(`${what} are refused before they are checked`, async t => {
		const paths = [
			await temporaryFile(t, one.join('\n'), 'one.txt'),
			await temporaryFile(t, other.join('\n'), 'other.txt'),
		] as const;
		await assert.rejects(Bundle.open(paths, signal, {kinds: [...kinds, ...fileKinds]}), error => {
			assert.match(String(error), message);
			return true;
		});
	});
}
