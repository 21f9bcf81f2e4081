import {kindNamed} from '../kinds/index.ts';
import type {Snapshot} from '../plan/snapshot.ts';
import type {History, HistoryTarget} from '../state/history.ts';

/**
Returns the file kind of the last upload that an integration accepted, if it went to another endpoint than this snapshot: it
is unknown whether Secoda takes both for the same pages.
*/
export function earlierOtherKind(history: History, target: HistoryTarget, {endpoint}: Snapshot): string | undefined {
	const last = history.lastAcceptedBy(target);
	const kind = last && kindNamed(last.kind);
	return kind === undefined || kind.upload.endpoint === endpoint ? undefined : kind.name;
}
