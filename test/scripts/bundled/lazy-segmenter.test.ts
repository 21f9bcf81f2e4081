import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {LazySegmenter} from '../../../scripts/bundled/lazy-segmenter.ts';
import {isSeparate} from '../../../source/text/separate-characters.ts';

const allOptions: ReadonlyArray<ConstructorParameters<typeof Intl.Segmenter>> = [
	[],
	['en', {granularity: 'grapheme'}],
	['en', {granularity: 'word'}],
];

test('segments text as Intl.Segmenter does', () => {
	const texts = ['e\u0301 倉庫 👩‍👩‍👧 a', '\u001B[1mstyled\u001B[22m, 한국 🎁 …', 'a\r\nb', '👍🏽', '🇩🇪', ''];
	for (const text of texts) {
		for (const options of allOptions) {
			const lazy = new LazySegmenter(...options).segment(text);
			const expected = new Intl.Segmenter(...options).segment(text);
			assert.deepEqual([...lazy], [...expected]);
			assert.deepEqual(lazy.containing(2), expected.containing(2));
		}
	}
});

test('segments characters that join nothing beside any other as Intl.Segmenter does', () => {
	const separate = Array.from({length: 0x2_0000}, (_, code) => String.fromCodePoint(code)).filter(isSeparate);
	const character = fc.oneof(fc.constantFrom(...separate), fc.constant('\u001B'));
	const segmenters = [new LazySegmenter(), new Intl.Segmenter()] as const;
	fc.assert(
		fc.property(fc.array(character, {maxLength: 200}), characters => {
			const [found, expected] = segmenters.map(segmenter => [...segmenter.segment(characters.join(''))]);
			assert.deepEqual(found, expected);
		}),
		{numRuns: 500},
	);
});
