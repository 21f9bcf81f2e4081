import {createHash} from 'node:crypto';
import type {Differences} from './comparison.ts';

/** Where a plan is for. An approval holds there alone. */
export type PlanTarget = {
	readonly host: string;
	readonly integration: string;
	/** The name of the file kind. */
	readonly kind: string;
};

/**
Returns a short id of a plan: a hash of its target and of the sorted keys of all resources that it creates or hides, with the
action. What the fields say and the order in which the catalog lists its pages make no other plan.
*/
export function planId({host, integration, kind}: PlanTarget, differences: Differences): string {
	const hash = createHash('sha256').update(JSON.stringify([host, integration, kind]));
	for (const [action, keys] of differences) {
		// With the number of keys no key can pass for one of the next action.
		hash.update(`\n${action} ${keys.length}\n`).update(new Uint8Array(keys.buffer, keys.byteOffset, keys.byteLength));
	}

	return hash.digest('hex').slice(0, 12);
}
