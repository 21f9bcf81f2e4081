import assert from 'node:assert/strict';
import test from 'node:test';
import {exitCodeOf} from '../../source/errors/error-codes.ts';
import {UserError} from '../../source/errors/user-error.ts';
import {endingOfError} from '../../source/job/endings-before-send.ts';

test('only an answer of the catalog is a refusal; every other error before the upload is a failure', () => {
	const {signal} = new AbortController();
	const codes = Object.keys(exitCodeOf) as Array<keyof typeof exitCodeOf>;
	const refusals = codes.filter(code => endingOfError(new UserError(code, 'p', 'h'), signal).outcome === 'refused');
	assert.deepEqual(refusals.sort(), [
		'forbidden',
		'not-found',
		'redirected',
		'refused',
		'unauthorized',
		'unexpected-answer',
	]);
});
