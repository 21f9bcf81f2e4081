import {UserError} from '../../errors/user-error.ts';
import type {Stage} from '../stage.ts';
import {Asker} from './asker.ts';

/** Shows what happened, why, and what to do next, until the person has read it. */
export async function tell(
	stage: Stage,
	{what, lines}: {readonly what: string; readonly lines: readonly string[]},
): Promise<void> {
	const keys = [{keys: ['enter', 'q'], action: 'read', label: 'back', shown: 'Enter', help: ''}];
	await new Asker(stage, 'secoda-upload').ask({prompt: what, lines, question: {kind: 'keys'}, keys, back: ''});
}

/** Shows an error that people can meet. @throws any other */
export async function tellError(
	stage: Stage,
	what: string,
	error: unknown,
	also: readonly string[] = [],
): Promise<void> {
	if (!(error instanceof UserError)) throw error;
	await tell(stage, {what, lines: [error.problem, '', 'What to do next', error.hint, ...also]});
}
