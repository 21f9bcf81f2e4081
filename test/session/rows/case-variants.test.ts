import assert from 'node:assert/strict';
import test from 'node:test';
import {caseVariants} from '../../../source/session/rows/case-variants.ts';

test('the case variants of every character are those of a regular expression', () => {
	const cased: string[] = [];
	for (let code = 0; code < 0x1_1000; code++) {
		const character = String.fromCodePoint(code);
		if (character.toLowerCase() !== character || character.toUpperCase() !== character) cased.push(character);
	}

	const all = cased.join('');
	for (const character of cased) {
		const expected = all.match(new RegExp(character, 'giu')) ?? [];
		assert.deepEqual([...caseVariants(character)].sort(), [...new Set(expected)].sort(), character);
	}
});

test('a sign has no case', () => {
	assert.deepEqual(['[', '表', '1', '\\'].map(caseVariants), [['['], ['表'], ['1'], ['\\']]);
});
