import type {Workspace} from '../../../services.ts';
import {oneLineOf, whatWentWrong} from '../../../what-went-wrong.ts';
import {back, type Found, next, type Step, type StepContext, type StepEnd} from '../found.ts';

/** Where the workspace is: a region of the cloud, or an own address. Whether it answers is looked at at once. */
export const workspaceStep: Step = {
	name: 'workspace',
	label: 'Workspace',
	told: ({workspace}) => workspace && `${workspace.name} (${workspace.host})`,
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
			const workspace = setup.regions.find(({url}) => url === said.id) ?? (await askAddress(found, context));
			if (workspace === undefined) {
				error = undefined;
				continue;
			}

			const end = await look(workspace, found, context);
			if (typeof end !== 'string') return end;
			error = end === '' ? undefined : end;
		}
	},
};

/** Whether a catalog answers there; else what is wrong. */
async function look(workspace: Workspace, found: Found, {asker, setup}: StepContext): Promise<StepEnd | string> {
	try {
		const looked = await asker.wait(`Looking for ${workspace.host}`, signal => setup.health(workspace, signal));
		if (looked.kind === 'back') return '';
	} catch (error) {
		if (whatWentWrong(error) === undefined) throw error;
		return oneLineOf(error);
	}

	// Token and integration belong to their workspace.
	if (found.workspace?.host === workspace.host) return next({...found, workspace});
	const {account: _account, keeping: _keeping, place: _place, ...rest} = found;
	return next({...rest, workspace});
}

async function askAddress({workspace}: Found, {asker, setup}: StepContext): Promise<Workspace | undefined> {
	let value = workspace?.isRegion === false ? workspace.url : '';
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
			return setup.workspace(value);
		} catch (thrown) {
			if (whatWentWrong(thrown) === undefined) throw thrown;
			error = oneLineOf(thrown);
		}
	}
}
