import {back, next, type SetUpStep} from '../answers.ts';

/** The name under which everything is saved. */
export const nameStep: SetUpStep = {
	name: 'name',
	label: 'Name',
	summarize: ({name}) => name,
	isNeeded: () => true,
	async ask(found, {prompter, setup, start}) {
		const {integration: place} = found;
		const placeName = place?.kind === 'there' ? place.place.name : place?.wanted.name;
		let value = found.name ?? setup.suggestName(placeName ?? '');
		let error: string | undefined;
		for (;;) {
			const answer = await prompter.ask({
				prompt: 'Under which name shall this be saved?',
				lines: ['From then on you type: secoda-upload run <name>'],
				error,
				question: {kind: 'text', value, masked: false},
			});
			if (answer.kind !== 'typed') return back;
			value = answer.text.trim();
			error = setup.nameError(value);
			if (error !== undefined) continue;
			const taken = value !== start?.name && (await setup.profileNames()).includes(value);
			if (!taken) return next({...found, name: value});
			error = `There is a profile "${value}" already. Choose another name, or edit that one.`;
		}
	},
};
