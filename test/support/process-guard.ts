/** Fails the process if it ends before all of its tests, or does not end after them. */
import {after} from 'node:test';

/** The time to end after the last test, in milliseconds. */
const patience = 30_000;
let isFinished = false;

after(() => {
	isFinished = true;
	setTimeout(() => {
		console.error('The tests have ended, but something that they started keeps their process running.');
		process.exit(1);
	}, patience).unref();
});

// An exit with code 0 in a test would pass, and skip the tests that follow.
process.on('exit', () => {
	if (isFinished) return;
	console.error(new Error('The process ended before its tests did.').stack);
	process.exitCode = 1;
});
