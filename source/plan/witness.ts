import type {Reading} from './reading.ts';

/**
What a reading after an upload proves. A witness is a change that this upload caused: a page of the file that was not
there before, or a page outside the file that is gone.
*/
export type Proof =
	/** All of the file is there, all else is gone, and a witness was seen. */
	| 'complete'
	/** A witness was seen and all of the file is there, but pages that should be hidden are still shown. */
	| 'still-shown'
	/** The upload changes nothing that can be seen, and all of the file is there. */
	| 'no-witness-possible'
	/** Not (yet) as planned. */
	| 'incomplete';

export function judgeReading(before: Reading, now: Reading): Proof {
	const possible = before.missing > 0 || before.others > 0;
	const seen = witnessed(before, now);
	if (now.missing > 0) return 'incomplete';
	if (!possible) return 'no-witness-possible';
	if (!seen) return 'incomplete';
	return now.others === 0 ? 'complete' : 'still-shown';
}

/** Whether anything has changed that this upload would change. */
export function witnessed(before: Reading, now: Reading): boolean {
	return now.missing < before.missing || now.others < before.others;
}
