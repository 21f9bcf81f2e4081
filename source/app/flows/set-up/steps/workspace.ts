import {errorLine, UserError} from '../../../../errors/user-error.ts';
import type {Workspace} from '../../../services/workspace.ts';
import {back, next, type SetUpAnswers, type SetUpStep, type StepContext, type StepResult} from '../answers.ts';
import {workspaceTexts as texts} from '../texts.ts';

const customAddress = 'custom';

/** The workspace: a region of the cloud, or an address of the user's own. It is connected to at once. */
export const workspaceStep: SetUpStep = {
	name: 'workspace',
	label: texts.label,
	summarize: ({workspace}) => workspace && workspaceText(workspace),
	isNeeded: () => true,
	async ask(answers, context) {
		const {prompter, setup} = context;
		let error: string | undefined;
		let selected = answers.workspace?.isRegion === false ? customAddress : answers.workspace?.url;
		for (;;) {
			const answer = await prompter.ask({
				prompt: texts.prompt,
				lines: [texts.about],
				error,
				question: {
					kind: 'choice',
					search: false,
					selected,
					items: [
						...setup.regions.map(({url, name, host}) => ({id: url, label: name, detail: host})),
						{id: customAddress, label: texts.custom, detail: texts.customDetail},
					],
				},
			});
			if (answer.kind !== 'picked') return back;
			selected = answer.id;
			const region = setup.regions.find(({url}) => url === answer.id);
			const result =
				region === undefined ? await askAddress(answers, context) : await connect(region, answers, context);
			if (result !== undefined && typeof result !== 'string') return result;
			error = result;
		}
	},
};

export function workspaceText({name, host}: Workspace): string {
	return `${name} (${host})`;
}

/** Connects to a catalog. Returns the error message if it does not answer, `undefined` if the user stopped it. */
async function connect(
	workspace: Workspace,
	answers: SetUpAnswers,
	{prompter, setup}: StepContext,
): Promise<StepResult | string | undefined> {
	try {
		const result = await prompter.wait(texts.connecting(workspace.host), signal =>
			setup.checkHealth(workspace, signal),
		);
		if (result.kind === 'back') return undefined;
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return errorLine(error);
	}

	if (answers.workspace?.host === workspace.host) return next({...answers, workspace});
	// Token and integration belong to their workspace.
	const {account: _account, tokenStorage: _storage, integration: _integration, ...rest} = answers;
	return next({...rest, workspace});
}

/** Asks for an address until a catalog answers there. Returns `undefined` if the user goes back. */
async function askAddress(answers: SetUpAnswers, context: StepContext): Promise<StepResult | undefined> {
	const {prompter, setup} = context;
	let value = answers.workspace?.isRegion === false ? answers.workspace.url : '';
	let error: string | undefined;
	for (;;) {
		const answer = await prompter.ask({
			prompt: texts.address,
			lines: [texts.addressExample],
			error,
			question: {kind: 'text', value, masked: false},
		});
		if (answer.kind !== 'typed') return undefined;
		value = answer.text;
		try {
			const result = await connect(setup.workspace(value), answers, context);
			if (result !== undefined && typeof result !== 'string') return result;
			error = result;
		} catch (thrown) {
			if (!(thrown instanceof UserError)) throw thrown;
			error = errorLine(thrown);
		}
	}
}
