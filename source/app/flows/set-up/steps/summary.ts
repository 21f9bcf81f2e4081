import type {Draft} from '../../../services.ts';
import {back, type Found, type Step, type StepName} from '../found.ts';
import {withoutScreen} from '../without-screen.ts';
import {askedSteps} from './index.ts';

/** What will be saved, each answer still to be changed, and the one command that does the same without a screen. */
export const summaryStep: Step = {
	name: 'summary',
	label: 'Summary',
	told: () => undefined,
	wanted: () => true,
	async ask(found, {asker, start}) {
		let now = found;
		let selected: string | undefined = found.changed;
		for (;;) {
			const answers = askedSteps
				.filter(step => step.wanted(now) || step.told(now) !== undefined)
				.map(({name, label, told}) => ({id: name, label, detail: told(now) ?? 'not said yet'}));
			asker.answered = [];
			const said = await asker.ask({
				prompt: start === undefined ? 'Is this right?' : `The profile ${start.name}`,
				lines: [
					start === undefined ? 'Nothing is saved yet.' : 'Esc leaves it as it was.',
					...withoutScreen(now.name ?? '', now.keeping),
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
			if (said.kind === 'key' || (said.kind === 'picked' && said.id === 'save')) {
				const draft = draftOf(now, start?.name);
				return draft === undefined ? {kind: 'to', step: firstMissing(now), found: now} : {kind: 'save', draft};
			}

			if (said.kind !== 'picked') return back;
			selected = said.id;
			if (said.id === 'safe') now = {...now, safeFixes: now.safeFixes !== true};
			else return {kind: 'to', step: nameOf(said.id), found: now};
		}
	},
};

function nameOf(id: string): StepName {
	return askedSteps.find(({name}) => name === id)?.name ?? 'workspace';
}

/** What must be said before anything can be saved. */
function firstMissing(found: Found): StepName {
	return askedSteps.find(step => step.wanted(found) && step.told(found) === undefined)?.name ?? 'workspace';
}

/** The whole draft, once nothing is missing in it. */
function draftOf(found: Found, replaces: string | undefined): Draft | undefined {
	const {workspace, account, keeping, place, file, mapping = {}, safeFixes = false, name} = found;
	if (workspace === undefined || keeping === undefined || place === undefined || name === undefined) return undefined;
	return {name, replaces, workspace, account, keeping, place, file, mapping, safeFixes};
}
