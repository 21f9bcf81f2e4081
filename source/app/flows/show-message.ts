import {UserError} from '../../errors/user-error.ts';
import type {Stage} from '../stage.ts';
import {Prompter} from './prompter.ts';
import {sharedTexts as texts} from './texts.ts';

/** Shows a message until the user has read it. */
export async function showMessage(
	stage: Stage,
	{title, lines}: {readonly title: string; readonly lines: readonly string[]},
): Promise<void> {
	const keys = [{keys: ['enter', 'q'], action: 'read', label: texts.back, shown: 'Enter', help: ''}];
	await new Prompter(stage, texts.program).ask({prompt: title, lines, question: {kind: 'keys'}, keys, back: ''});
}

/** Shows a UserError, and what to do next. @throws any other error */
export async function showError(
	stage: Stage,
	title: string,
	error: unknown,
	hints: readonly string[] = [],
): Promise<void> {
	if (!(error instanceof UserError)) throw error;
	await showMessage(stage, {title, lines: [error.problem, '', texts.nextHeading, error.hint, ...hints]});
}
