import fc from 'fast-check';
import {painter} from '../../../source/app/theme.ts';

const paint = painter('colour');
const styles = ['title', 'dim', 'header', 'error', 'key', 'cursor', 'match'] as const;
const text = fc.stringMatching(/^[ a-c漢カ한é…─✗│]{0,12}$/);
const emoji = fc.constantFrom('🎁', '👩‍💻', '❤️', 'e\u0301', '🇩🇪');

/** A line as the screens paint it. */
export const styledLine: fc.Arbitrary<string> = fc
	.array(
		fc.oneof(
			{weight: 4, arbitrary: text},
			{weight: 4, arbitrary: fc.tuple(fc.constantFrom(...styles), text).map(([style, part]) => paint(style, part))},
			{weight: 1, arbitrary: emoji},
		),
		{maxLength: 6},
	)
	.map(parts => parts.join(''));
