import {errorLine} from '../errors/user-error.ts';
import type {State} from '../state/state.ts';
import type {Ending} from './ending.ts';
import {afterSendTexts, nextSteps} from './messages.ts';

/** Writes the ending of an upload to the history. Returns the message if that fails. */
export function recordEnding({history, watches}: State, entry: number, ending: Ending): string {
	try {
		history.finish(entry, ending.outcome, ending.message);
		if (!canWatchAgain(ending)) watches.remove(entry);
		return '';
	} catch (error) {
		return afterSendTexts.historyNotWritten(errorLine(error));
	}
}

/** Returns an ending with the number of its entry and, if that can show more, the command that watches its sync again. */
export function withEntry(ending: Ending, entry: number, command: ((entry: number) => string) | undefined): Ending {
	if (command === undefined || !canWatchAgain(ending)) return {...ending, entry};
	return {...ending, entry, next: `${ending.next}${nextSteps.watchAgain(command(entry))}`};
}

/** True if watching the sync again can show more. */
function canWatchAgain({outcome, sync}: Ending): boolean {
	return outcome === 'unseen' || outcome === 'unknown' || (outcome === 'accepted' && sync === null);
}
