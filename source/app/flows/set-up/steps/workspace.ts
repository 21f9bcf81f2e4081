import {errorLine, UserError} from '../../../../errors/user-error.ts';
import type {Workspace} from '../../../services.ts';
import {back, next, type SetUpAnswers, type SetUpStep, type StepContext, type StepResult} from '../answers.ts';

/** Where the workspace is: a region of the cloud, or an own address. Whether it answers is looked at at once. */
export const workspaceStep: SetUpStep = {
	name: 'workspace',
	label: 'Workspace',
	summarize: ({workspace}) => workspace && workspaceText(workspace),
	isNeeded: () => true,
	async ask(found, context) {
		const {prompter, setup} = context;
		let error: string | undefined;
		let selected = found.workspace?.isRegion === false ? 'own' : found.workspace?.url;
		for (;;) {
			const answer = await prompter.ask({
				prompt: 'Where is your workspace?',
				lines: ['The address in your browser tells: app.secoda.co is US, eu.secoda.co is EU, apac.secoda.co is APAC.'],
				error,
				question: {
					kind: 'choice',
					search: false,
					selected,
					items: [
						...setup.regions.map(({url, name, host}) => ({id: url, label: name, detail: host})),
						{id: 'own', label: 'Our own address', detail: 'a self-hosted Secoda'},
					],
				},
			});
			if (answer.kind !== 'picked') return back;
			selected = answer.id;
			const region = setup.regions.find(({url}) => url === answer.id);
			const end = region === undefined ? await askAddress(found, context) : await look(region, found, context);
			if (end !== undefined && typeof end !== 'string') return end;
			error = end;
		}
	},
};

export function workspaceText({name, host}: Workspace): string {
	return `${name} (${host})`;
}

/** Whether a catalog answers there; else what is wrong, or nothing when the person has stopped it. */
async function look(
	workspace: Workspace,
	found: SetUpAnswers,
	{prompter, setup}: StepContext,
): Promise<StepResult | string | undefined> {
	try {
		const looked = await prompter.wait(`Looking for ${workspace.host}`, signal => setup.checkHealth(workspace, signal));
		if (looked.kind === 'back') return undefined;
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return errorLine(error);
	}

	// Token and integration belong to their workspace.
	if (found.workspace?.host === workspace.host) return next({...found, workspace});
	const {account: _account, tokenStorage: _keeping, integration: _place, ...rest} = found;
	return next({...rest, workspace});
}

/** An own address, until a catalog answers there. `undefined` when the person goes back. */
async function askAddress(found: SetUpAnswers, context: StepContext): Promise<StepResult | undefined> {
	const {prompter, setup} = context;
	let value = found.workspace?.isRegion === false ? found.workspace.url : '';
	let error: string | undefined;
	for (;;) {
		const answer = await prompter.ask({
			prompt: 'What is its address?',
			lines: ['For example https://secoda.example.com'],
			error,
			question: {kind: 'text', value, masked: false},
		});
		if (answer.kind !== 'typed') return undefined;
		value = answer.text;
		try {
			const end = await look(setup.workspace(value), found, context);
			if (end !== undefined && typeof end !== 'string') return end;
			error = end;
		} catch (thrown) {
			if (!(thrown instanceof UserError)) throw thrown;
			error = errorLine(thrown);
		}
	}
}
