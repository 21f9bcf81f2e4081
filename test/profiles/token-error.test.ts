import assert from 'node:assert/strict';
import test from 'node:test';
import {tokenErrors} from '../../source/profiles/token-error.ts';

test('hints about the keyring are valid in the app too, where there is no command to run', () => {
	const {keyringCancelled, keyringTimeout, keyringMissing, keyringNotRunning, keyringFailed} = tokenErrors;
	const errors = [
		keyringCancelled(),
		keyringTimeout(),
		keyringMissing('x'),
		keyringNotRunning('x'),
		keyringFailed('x'),
	];
	assert.deepEqual(
		errors.filter(({hint}) => /\bcommand\b/.test(hint)),
		[],
	);
});
