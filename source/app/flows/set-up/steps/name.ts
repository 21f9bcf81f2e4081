import {back, next, type SetUpStep} from '../answers.ts';
import {nameTexts as texts} from '../texts.ts';

/** The name of the profile. */
export const nameStep: SetUpStep = {
	name: 'name',
	label: texts.label,
	summarize: ({name}) => name,
	isNeeded: () => true,
	async ask(answers, {prompter, setup, profile}) {
		const {integration} = answers;
		const integrationName = integration?.kind === 'existing' ? integration.integration.name : integration?.request.name;
		let value = answers.name ?? setup.suggestName(integrationName ?? '');
		let error: string | undefined;
		for (;;) {
			const answer = await prompter.ask({
				prompt: texts.prompt,
				lines: [texts.about],
				error,
				question: {kind: 'text', value, masked: false},
			});
			if (answer.kind !== 'typed') return back;
			value = answer.text.trim();
			error = setup.nameError(value);
			if (error !== undefined) continue;
			const isTaken = value !== profile?.name && (await setup.profileNames()).includes(value);
			if (!isTaken) return next({...answers, name: value});
			error = texts.taken(value);
		}
	},
};
