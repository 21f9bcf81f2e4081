import type {Ending} from '../job/ending.ts';
import {visible} from '../text/visible.ts';

/** The end of an upload for programs; the documented shape of `upload --json`. */
export function endingJson({outcome, sent, sync, message}: Ending): object {
	return {outcome, sent, sync, message};
}

/** The end of an upload for people: what happened, the state of the catalog, what to do next. */
export function endingLines({message, catalog, next, link}: Ending): string {
	const lines = [message, `Catalog: ${catalog}`, `Next: ${next}`, ...(link === undefined ? [] : [`Syncs: ${link}`])];
	return `${lines.map(line => visible(line)).join('\n')}\n`;
}
