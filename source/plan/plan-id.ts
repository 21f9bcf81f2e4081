import {createHash} from 'node:crypto';
import type {Differences} from './comparison.ts';

/** The target of a plan. An approval is valid for one target only. */
export type PlanTarget = {
	readonly host: string;
	readonly integration: string;
	/** The name of the file kind. */
	readonly kind: string;
};

/**
Returns a short id of a plan: a hash of its target and of the sorted keys of all resources that it creates or hides, with the
action. Neither the values of fields nor the order of the catalog's lists change the id.
*/
export function planId({host, integration, kind}: PlanTarget, differences: Differences): string {
	const hash = createHash('sha256').update(JSON.stringify([host, integration, kind]));
	for (const [action, keys] of differences) {
		// The number of keys separates the keys of one action from those of the next.
		hash.update(`\n${action} ${keys.length}\n`).update(new Uint8Array(keys.buffer, keys.byteOffset, keys.byteLength));
	}

	return hash.digest('hex').slice(0, 12);
}
