import assert from 'node:assert/strict';
import test from 'node:test';
import {drawFault} from '../../../source/app/screens/review/draw-unparsed.ts';
import {width} from '../../../source/text/width.ts';

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
