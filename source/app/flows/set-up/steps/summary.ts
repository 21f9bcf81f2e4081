import type {ProfileDraft} from '../../../services.ts';
import {back, type SetUpAnswers, type SetUpStep, type StepName} from '../answers.ts';
import {headlessCommand} from '../headless-command.ts';
import {askedSteps} from './index.ts';

/** What will be saved, each answer still to be changed, and the one command that does the same without a screen. */
export const summaryStep: SetUpStep = {
	name: 'summary',
	label: 'Summary',
	summarize: () => undefined,
	isNeeded: () => true,
	async ask(found, {prompter, start}) {
		let now = found;
		let selected: string | undefined = found.changed;
		for (;;) {
			const answers = askedSteps
				.filter(step => step.isNeeded(now) || step.summarize(now) !== undefined)
				.map(({name, label, summarize}) => ({id: name, label, detail: summarize(now) ?? 'not said yet'}));
			prompter.answered = [];
			const answer = await prompter.ask({
				prompt: start === undefined ? 'Is this right?' : `The profile ${start.name}`,
				lines: [
					start === undefined ? 'Nothing is saved yet.' : 'Esc leaves it as it was.',
					...headlessCommand(now.name ?? '', now.tokenStorage),
				],
				question: {
					kind: 'choice',
					search: false,
					selected,
					items: [
						{id: 'save', label: 'Save this', detail: 'or change one of these:'},
						...answers,
						{
							id: 'safe',
							label: 'Safe fixes',
							detail: now.safeFixes === true ? 'taken before each upload' : 'not taken by themselves',
						},
					],
				},
				keys: [{keys: ['s'], action: 'save', label: 'save', help: ''}],
				enter: 'do it',
			});
			if (answer.kind === 'key' || (answer.kind === 'picked' && answer.id === 'save')) {
				const draft = draftOf(now, start?.name);
				return draft === undefined ? {kind: 'to', step: firstMissing(now), found: now} : {kind: 'save', draft};
			}

			if (answer.kind !== 'picked') return back;
			selected = answer.id;
			if (answer.id === 'safe') now = {...now, safeFixes: now.safeFixes !== true};
			else return {kind: 'to', step: nameOf(answer.id), found: now};
		}
	},
};

function nameOf(id: string): StepName {
	return askedSteps.find(({name}) => name === id)?.name ?? 'workspace';
}

/** What must be said before anything can be saved. */
function firstMissing(found: SetUpAnswers): StepName {
	return askedSteps.find(step => step.isNeeded(found) && step.summarize(found) === undefined)?.name ?? 'workspace';
}

/** The whole draft, once nothing is missing in it. */
function draftOf(found: SetUpAnswers, replaces: string | undefined): ProfileDraft | undefined {
	const {
		workspace,
		account,
		tokenStorage: keeping,
		integration: place,
		file,
		mapping = {},
		safeFixes = false,
		name,
	} = found;
	if (workspace === undefined || keeping === undefined || place === undefined || name === undefined) return undefined;
	return {
		name,
		replaces,
		workspace,
		connection: account,
		tokenStorage: keeping,
		integration: place,
		file,
		mapping,
		safeFixes,
	};
}
