import assert from 'node:assert/strict';
import test from 'node:test';
import {drawFault} from '../../../source/app/screens/review/draw-unparsed.ts';
import {unparsedText} from '../../../source/records/unparsed-text.ts';
import {Session} from '../../../source/session/session.ts';
import {width} from '../../../source/text/width.ts';
import {temporaryFile} from '../../support/folder.ts';

test('a caret is under the character where a text stops being a record, wherever it is', () => {
	for (const before of [
		'',
		'a',
		'注文'.repeat(10),
		'x'.repeat(500),
		`${'注'.repeat(200)}e\u0301`,
		'\u0007'.repeat(30),
	]) {
		for (const after of ['', ',', `,${'y'.repeat(500)}`]) {
			for (const columns of [20, 58, 198]) {
				const [line = '', caret = ''] = drawFault(before + after, before.length, columns, (_, text) => text);
				assert.ok(width(line) <= columns, `${line} is wider than ${columns}`);
				const at = caret.indexOf('^');
				assert.ok(at >= 0 && at < columns);
				if (after === '') continue;
				// The text before the caret is as wide as the caret is far.
				const start = line.slice(0, line.lastIndexOf(','));
				assert.equal(width(start), at, line);
			}
		}
	}
});

test('of a long line that is not JSON only the start is read for a frame, without a caret', async t => {
	const long = `{"databuilder_id": "${'x'.repeat(100_000)}`;
	const path = await temporaryFile(
		t,
		`{"databuilder_id": "DB", "entity_type": "database"}\n${long}\n{"a": }\n`,
		'resources.jsonl',
	);
	const session = await Session.open(path, new AbortController().signal);
	t.after(() => session.close());
	const {records} = session;
	const shown = unparsedText(records, 2);
	assert.deepEqual([shown?.isCut, shown?.text.length], [true, 16 * 1024]);
	assert.deepEqual(unparsedText(records, 3), {text: '{"a": }', isCut: false});
	assert.equal(unparsedText(records, 1), undefined);
});
