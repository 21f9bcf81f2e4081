import {UserError} from '../../../../errors/user-error.ts';
import type {WaitResult} from '../../../screens/form/form.ts';
import type {IntegrationRequest} from '../../../services/set-up.ts';
import type {ConnectedWorkspace, NamedItem} from '../../../services/workspace.ts';
import type {SetUpAnswers, StepContext} from '../answers.ts';
import {integrationTexts as texts} from '../texts.ts';

/** Asks for name, type and teams of a new integration. Returns `undefined` if the user goes back. */
export async function askNewIntegration(
	{account, integration}: SetUpAnswers,
	existing: readonly NamedItem[],
	{prompter, setup}: StepContext,
): Promise<IntegrationRequest | undefined> {
	let value = integration?.kind === 'new' ? integration.request.name : '';
	let error: string | undefined;
	for (;;) {
		const name = await prompter.ask({
			prompt: texts.name,
			lines: [texts.nameAbout],
			error,
			question: {kind: 'text', value, masked: false},
		});
		if (name.kind !== 'typed') return undefined;
		value = name.text.trim();
		error = nameError(value, existing);
		if (error !== undefined) continue;
		const type = await prompter.ask({
			prompt: texts.type(value),
			question: {
				kind: 'choice',
				search: true,
				items: setup.types.map(type => ({
					id: type,
					label: type,
					detail: type === 'custom' ? texts.typeCustom : texts.typeOther,
				})),
			},
		});
		if (type.kind !== 'picked') continue;
		const teams = account === undefined ? [] : await askTeams(account, prompter);
		if (teams !== undefined) return {name: value, type: type.id, teams};
	}
}

function nameError(name: string, existing: readonly NamedItem[]): string | undefined {
	if (name === '') return texts.nameMissing;
	return existing.some(other => other.name === name) ? texts.nameTaken(name) : undefined;
}

/** Asks for the teams that the integration belongs to, unless there is only one. */
async function askTeams(
	account: ConnectedWorkspace,
	prompter: StepContext['prompter'],
): Promise<readonly string[] | undefined> {
	const result = await prompter
		.wait(texts.loadingTeams, signal => account.teams(signal))
		.catch((error): WaitResult<readonly NamedItem[]> => {
			if (!(error instanceof UserError)) throw error;
			// Without teams it belongs to the General team.
			return {kind: 'done', value: []};
		});
	if (result.kind !== 'done') return undefined;
	if (result.value.length < 2) return [];
	const answer = await prompter.ask({
		prompt: texts.teams,
		lines: [texts.teamsAbout],
		question: {kind: 'several', items: result.value.map(({id, name}) => ({id, label: name})), chosen: []},
	});
	return answer.kind === 'several' ? answer.ids : undefined;
}
