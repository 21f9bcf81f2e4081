import type {FileProblem} from '../../../kinds/problem.ts';
import type {Session} from '../../../session/session.ts';
import {keyOf} from '../../keys.ts';
import type {Size} from '../../size.ts';
import {browseKeys} from './keys.ts';
import type {Notice, ReviewState} from './state.ts';
import {mappingTexts as texts} from './texts.ts';
import {initialWidths} from './widths.ts';

export function initialState(session: Session, size: Size): ReviewState {
	return {
		cursor: {row: Math.min(session.records.firstRow, session.records.lastRow), column: 0},
		shown: {kind: 'all'},
		recentTexts: {filter: [], search: []},
		top: 0,
		left: 0,
		widths: initialWidths,
		mode: {name: 'browse'},
		notice: fileNotice(session),
		checked: session.isChecked ? 1 : 0,
		version: 0,
		size,
	};
}

/** Returns the worst problem of the file as a whole, which no edit of a row can fix. */
export function fileNotice(session: Session): Notice | undefined {
	const texts = session.fileProblems;
	const worst = texts.find(({severity}) => severity === 'error') ?? texts.find(({severity}) => severity === 'warning');
	if (worst !== undefined) {
		return {tone: worst.severity === 'error' ? 'error' : 'info', text: textOf(worst)};
	}

	return session.likelyCause && {tone: 'info', text: textOf(session.likelyCause)};
}

/** Returns a problem with what to do on the screen. `next` is what to do on the command line. */
function textOf({message, next, remedy}: Pick<FileProblem, 'message' | 'next' | 'remedy'>): string {
	switch (remedy) {
		case 'map':
			return `${message} ${texts.mapColumns(keyOf(browseKeys, 'map-columns'))}`;
		case 'none':
			return message;
		case undefined:
			return `${message} ${next}`;
	}
}
