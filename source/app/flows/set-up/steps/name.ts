import {back, next, type Step} from '../found.ts';

/** The name under which everything is saved. */
export const nameStep: Step = {
	name: 'name',
	label: 'Name',
	told: ({name}) => name,
	wanted: () => true,
	async ask(found, {asker, setup, start}) {
		const {place} = found;
		const placeName = place?.kind === 'there' ? place.place.name : place?.wanted.name;
		let value = found.name ?? setup.nameFrom(placeName ?? '');
		let error: string | undefined;
		for (;;) {
			const said = await asker.ask({
				prompt: 'Under which name shall this be saved?',
				lines: ['From then on you type: secoda-upload run <name>'],
				error,
				question: {kind: 'text', value, masked: false},
			});
			if (said.kind !== 'typed') return back;
			value = said.text.trim();
			error = setup.nameFault(value);
			if (error !== undefined) continue;
			const taken = value !== start?.name && (await setup.names()).includes(value);
			if (!taken) return next({...found, name: value});
			error = `There is a profile "${value}" already. Choose another name, or edit that one.`;
		}
	},
};
