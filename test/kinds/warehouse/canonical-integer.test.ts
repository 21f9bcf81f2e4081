import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {canonicalValue} from '../../../source/kinds/warehouse/canonical.ts';

test('sends a whole number with its value, in any notation', () => {
	fc.assert(
		fc.property(fc.stringMatching(/^[+-]?0{0,4}[0-9]{1,30}$/), text => {
			assert.equal(canonicalValue('sort_order', text), String(BigInt(text.replace('+', ''))));
		}),
	);
	for (const text of ['-0', '+0', '-00', '000']) assert.equal(canonicalValue('sort_order', text), '0');
});
