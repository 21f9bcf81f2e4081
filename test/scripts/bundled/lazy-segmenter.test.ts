import assert from 'node:assert/strict';
import test from 'node:test';
import {LazySegmenter} from '../../../scripts/bundled/lazy-segmenter.ts';

test('segments text as Intl.Segmenter does', () => {
	const text = 'e\u0301 倉庫 👩‍👩‍👧 a';
	for (const granularity of ['grapheme', 'word'] as const) {
		const options = ['en', {granularity}] as const;
		assert.deepEqual(
			[...new LazySegmenter(...options).segment(text)],
			[...new Intl.Segmenter(...options).segment(text)],
		);
	}
});
