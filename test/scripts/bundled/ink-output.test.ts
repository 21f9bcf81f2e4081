import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import InkOutput from '../../../node_modules/ink/build/output.js';
import CachedOutput from '../../../scripts/bundled/ink-output.ts';
import {rounds} from '../../support/rounds.ts';
import {styledLine} from './styled-lines.ts';

const size = {width: 30, height: 5};
const upperCase = (line: string) => line.toUpperCase();
const unchanged = (line: string) => line;

type Output = Pick<InkOutput, 'write' | 'clip' | 'unclip' | 'get'>;

test('makes the same frame of whole lines as Ink, also from the cache', () => {
	const lines = fc.array(styledLine, {maxLength: 6});
	const transformers = fc.subarray([unchanged, upperCase]);
	fc.assert(
		fc.property(lines, transformers, (texts, transforms) => {
			const draw = (output: Output) => {
				for (const [y, text] of texts.entries()) output.write(0, y, text, {transformers: transforms});
				return output.get();
			};
			const expected = draw(new InkOutput(size));
			assert.deepEqual(draw(new CachedOutput(size)), expected);
			assert.deepEqual(draw(new CachedOutput(size)), expected);
		}),
		{numRuns: rounds(250)},
	);
});

test('leaves other frames to Ink: clipped, overlapping, moved, of several lines', () => {
	const write = fc
		.record({
			x: fc.integer({min: -2, max: 28}),
			y: fc.integer({min: -1, max: 5}),
			texts: fc.array(styledLine, {maxLength: 3}),
		})
		.map(
			({x, y, texts}) =>
				(output: Output) =>
					output.write(x, y, texts.join('\n'), {transformers: []}),
		);
	const wholeLine = fc.record({y: fc.integer({min: 0, max: 4}), text: styledLine}).map(
		({y, text}) =>
			(output: Output) =>
				output.write(0, y, text, {transformers: []}),
	);
	const clip = fc
		.record({x1: fc.nat(30), x2: fc.nat(30), y1: fc.nat(5), y2: fc.nat(5)})
		.map(area => (output: Output) => output.clip(area));
	const unclip = fc.constant((output: Output) => output.unclip());
	fc.assert(
		fc.property(fc.array(fc.oneof(write, wholeLine, wholeLine, clip, unclip), {maxLength: 8}), steps => {
			const draw = (output: Output) => {
				for (const step of steps) step(output);
				return output.get();
			};
			assert.deepEqual(draw(new CachedOutput(size)), draw(new InkOutput(size)));
		}),
		{numRuns: rounds(250)},
	);
});
