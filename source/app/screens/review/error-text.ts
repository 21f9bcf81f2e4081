import {errorLine, hasCode} from '../../../errors/user-error.ts';
import type {Session} from '../../../session/session.ts';

/** Returns what an error means while a file is open: what is wrong, what became of the edits, what to do. */
export function errorText(error: unknown, {table}: Session): string {
	if (hasCode(error, ['file-replaced'])) return `${error.problem} Save your edits under another name: Ctrl+S, then a.`;
	if (hasCode(error, ['file-changed', 'not-readable']) && table.overlay.unsaved > 0)
		return `${error.problem} Your edits are still here. ${error.hint}`;
	return errorLine(error);
}

/** Returns what it means that another program has overwritten the file. */
export function lostText({path}: Session): string {
	return `${path} was changed by another program: rows can be wrong or missing, and edits cannot be saved. Put it back as it was, or open it again to work with its new content.`;
}
