import {errorLine, UserError} from '../../../../errors/user-error.ts';
import type {Workspace} from '../../../services.ts';
import {back, type Found, next, type Step, type StepContext, type StepEnd} from '../found.ts';

/** Where the workspace is: a region of the cloud, or an own address. Whether it answers is looked at at once. */
export const workspaceStep: Step = {
	name: 'workspace',
	label: 'Workspace',
	told: ({workspace}) => workspace && workspaceText(workspace),
	wanted: () => true,
	async ask(found, context) {
		const {asker, setup} = context;
		let error: string | undefined;
		let selected = found.workspace?.isRegion === false ? 'own' : found.workspace?.url;
		for (;;) {
			const said = await asker.ask({
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
			if (said.kind !== 'picked') return back;
			selected = said.id;
			const region = setup.regions.find(({url}) => url === said.id);
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
	found: Found,
	{asker, setup}: StepContext,
): Promise<StepEnd | string | undefined> {
	try {
		const looked = await asker.wait(`Looking for ${workspace.host}`, signal => setup.health(workspace, signal));
		if (looked.kind === 'back') return undefined;
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return errorLine(error);
	}

	// Token and integration belong to their workspace.
	if (found.workspace?.host === workspace.host) return next({...found, workspace});
	const {account: _account, keeping: _keeping, place: _place, ...rest} = found;
	return next({...rest, workspace});
}

/** An own address, until a catalog answers there. `undefined` when the person goes back. */
async function askAddress(found: Found, context: StepContext): Promise<StepEnd | undefined> {
	const {asker, setup} = context;
	let value = found.workspace?.isRegion === false ? found.workspace.url : '';
	let error: string | undefined;
	for (;;) {
		const said = await asker.ask({
			prompt: 'What is its address?',
			lines: ['For example https://secoda.example.com'],
			error,
			question: {kind: 'text', value, masked: false},
		});
		if (said.kind !== 'typed') return undefined;
		value = said.text;
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
