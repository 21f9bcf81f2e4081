import type {ListItem} from '../../../components/list/state.ts';
import {back, next, type SetUpStep} from '../answers.ts';
import {storageNames, storageTexts as texts} from '../texts.ts';

/** Where the token is stored. Nothing is stored before the end. */
export const tokenStorageStep: SetUpStep = {
	name: 'token-storage',
	label: texts.label,
	summarize: ({tokenStorage}) => tokenStorage && storageNames[tokenStorage],
	isNeeded: ({tokenStorage}) => tokenStorage !== 'environment',
	async ask(answers, context) {
		const {prompter, setup} = context;
		const probe = await prompter.wait(texts.checking, signal => setup.keyringError(signal), [texts.checkingAbout]);
		const error = probe.kind === 'done' ? probe.value : texts.stopped;
		const items: readonly ListItem[] = [
			...(error === undefined ? [{id: 'keyring', label: texts.keyring, detail: texts.keyringDetail}] : []),
			{id: 'session', label: texts.session, detail: texts.sessionDetail},
			{id: 'file', label: texts.file, detail: texts.fileDetail},
			...(error === undefined ? [] : [{id: 'again', label: texts.again}]),
		];
		const answer = await prompter.ask({
			prompt: texts.prompt,
			lines: error === undefined ? [] : [error.problem, error.hint, texts.choose(texts.again)],
			question: {kind: 'choice', search: false, items, selected: answers.tokenStorage},
		});
		if (answer.kind !== 'picked') return back;
		if (answer.id === 'again') return tokenStorageStep.ask(answers, context);
		return next({...answers, tokenStorage: answer.id === 'keyring' || answer.id === 'file' ? answer.id : 'session'});
	},
};
