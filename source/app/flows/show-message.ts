import {UserError} from '../../errors/user-error.ts';
import type {Stage} from '../stage.ts';
import {Prompter} from './prompter.ts';

/** Shows what happened, why, and what to do next, until the person has read it. */
export async function showMessage(
	stage: Stage,
	{what, lines}: {readonly what: string; readonly lines: readonly string[]},
): Promise<void> {
	const keys = [{keys: ['enter', 'q'], action: 'read', label: 'back', shown: 'Enter', help: ''}];
	await new Prompter(stage, 'secoda-upload').ask({prompt: what, lines, question: {kind: 'keys'}, keys, back: ''});
}

/** Shows an error that people can meet. @throws any other */
export async function showError(
	stage: Stage,
	what: string,
	error: unknown,
	also: readonly string[] = [],
): Promise<void> {
	if (!(error instanceof UserError)) throw error;
	await showMessage(stage, {what, lines: [error.problem, '', 'What to do next', error.hint, ...also]});
}
