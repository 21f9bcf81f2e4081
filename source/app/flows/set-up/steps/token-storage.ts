import type {ListItem} from '../../../components/list/state.ts';
import type {TokenStorage} from '../../../services.ts';
import {back, next, type SetUpStep} from '../answers.ts';

const told: {readonly [K in TokenStorage]: string} = {
	keyring: 'in the keyring of this computer',
	file: 'in a file that only you can read',
	session: 'nowhere: asked for each time',
	environment: 'in SECODA_API_TOKEN',
};

/** Where the token is kept. Nothing is stored before the end. */
export const tokenStorageStep: SetUpStep = {
	name: 'keeping',
	label: 'Kept',
	summarize: ({tokenStorage: keeping}) => keeping && told[keeping],
	isNeeded: ({tokenStorage: keeping}) => keeping !== 'environment',
	async ask(found, context) {
		const {prompter, setup} = context;
		const looked = await prompter.wait('Looking for the keyring', signal => setup.keyringError(signal), [
			'It may ask for its password in a window of its own. Esc goes on without it.',
		]);
		const fault =
			looked.kind === 'done'
				? looked.value
				: {problem: 'Stopped waiting for the keyring.', hint: 'Choose it again when it responds.'};
		const items: readonly ListItem[] = [
			...(fault === undefined ? [{id: 'keyring', label: 'In the keyring', detail: 'encrypted by this computer'}] : []),
			{id: 'session', label: 'Nowhere', detail: 'it is asked for again next time'},
			{id: 'file', label: 'In a file', detail: 'not encrypted; only you can read'},
			...(fault === undefined ? [] : [{id: 'again', label: 'Try the keyring again'}]),
		];
		const answer = await prompter.ask({
			prompt: 'Where shall the token be kept?',
			lines: fault === undefined ? [] : [fault.problem, fault.hint],
			question: {kind: 'choice', search: false, items, selected: found.tokenStorage},
		});
		if (answer.kind !== 'picked') return back;
		if (answer.id === 'again') return tokenStorageStep.ask(found, context);
		return next({...found, tokenStorage: answer.id === 'keyring' || answer.id === 'file' ? answer.id : 'session'});
	},
};
