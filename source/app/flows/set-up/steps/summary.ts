import type {ProfileDraft} from '../../../services/set-up.ts';
import {back, type SetUpAnswers, type SetUpStep, type StepName} from '../answers.ts';
import {headlessCommand} from '../headless-command.ts';
import {summaryTexts as texts} from '../texts.ts';
import {askedSteps} from './index.ts';

/** The profile before it is saved: every answer can be changed. */
export const summaryStep: SetUpStep = {
	name: 'summary',
	label: texts.label,
	summarize: () => undefined,
	isNeeded: () => true,
	async ask(given, {prompter, profile}) {
		let answers = given;
		let selected: string | undefined = given.changed;
		for (;;) {
			const items = askedSteps
				.filter(step => step.isNeeded(answers) || step.summarize(answers) !== undefined)
				.map(step => ({id: step.name, label: step.label, detail: step.summarize(answers) ?? texts.unanswered}));
			const safeFixes = answers.safeFixes === true;
			prompter.answered = [];
			const answer = await prompter.ask({
				prompt: profile === undefined ? texts.prompt : texts.editPrompt(profile.name),
				lines: [
					profile === undefined ? texts.about : texts.editAbout,
					...headlessCommand(answers.name ?? '', answers.tokenStorage),
				],
				question: {
					kind: 'choice',
					search: false,
					selected,
					items: [
						{id: 'save', label: texts.save, detail: texts.saveDetail},
						...items,
						{id: 'safe', label: texts.safeFixes, detail: safeFixes ? texts.safeFixesOn : texts.safeFixesOff},
					],
				},
				keys: [{keys: ['s'], action: 'save', label: texts.saveKey, help: ''}],
				enter: texts.select,
			});
			if (answer.kind === 'key' || (answer.kind === 'picked' && answer.id === 'save')) {
				const draft = draftOf(answers, profile?.name);
				return draft === undefined ? {kind: 'to', step: firstUnanswered(answers), answers} : {kind: 'save', draft};
			}

			if (answer.kind !== 'picked') return back;
			selected = answer.id;
			if (answer.id === 'safe') answers = {...answers, safeFixes: !safeFixes};
			else return {kind: 'to', step: stepNamed(answer.id), answers};
		}
	},
};

function stepNamed(id: string): StepName {
	return askedSteps.find(({name}) => name === id)?.name ?? 'workspace';
}

/** Returns the first step that still needs an answer. */
function firstUnanswered(answers: SetUpAnswers): StepName {
	return askedSteps.find(step => step.isNeeded(answers) && step.summarize(answers) === undefined)?.name ?? 'workspace';
}

/** Returns the draft of the profile; `undefined` while an answer is missing. */
function draftOf(answers: SetUpAnswers, replaces: string | undefined): ProfileDraft | undefined {
	const {workspace, account, tokenStorage, integration, file, recipe = {}, safeFixes = false, name} = answers;
	if (workspace === undefined || tokenStorage === undefined || integration === undefined || name === undefined)
		return undefined;
	return {name, replaces, workspace, connection: account, tokenStorage, integration, file, recipe, safeFixes};
}
