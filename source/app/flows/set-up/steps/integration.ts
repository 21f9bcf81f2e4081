import {errorLine, UserError} from '../../../../errors/user-error.ts';
import type {ConnectedWorkspace, NamedItem} from '../../../services/workspace.ts';
import {askForWorkingToken} from '../../ask-for-token.ts';
import {back, next, type SetUpAnswers, type SetUpStep, type StepContext} from '../answers.ts';
import {keyringPassword, integrationTexts as texts} from '../texts.ts';
import {askNewIntegration} from './new-integration.ts';

const createNew = 'new';

/** The integration: an existing one, or a new one, which is created only at the end. */
export const integrationStep: SetUpStep = {
	name: 'integration',
	label: texts.label,
	summarize({integration}) {
		if (integration === undefined) return undefined;
		if (integration.kind === 'existing') return integration.integration.name;
		return texts.summary(integration.request.name, integration.request.type);
	},
	isNeeded: () => true,
	async ask(answers, context) {
		const account = answers.account ?? (await reconnect(answers, context));
		if (account === undefined) return back;
		const connected = {...answers, account};
		const listed = await loadIntegrations(account, context);
		if (listed === undefined) return back;
		const choices = withCurrent(listed, answers.integration);
		for (;;) {
			const answer = await context.prompter.ask({
				prompt: texts.prompt,
				lines: [choices.length === 0 ? texts.empty : texts.about],
				question: {
					kind: 'choice',
					search: true,
					selected: answers.integration?.kind === 'existing' ? answers.integration.integration.id : undefined,
					items: [
						...choices.map(({id, name}) => ({id, label: name, detail: id})),
						{id: createNew, label: texts.create, detail: texts.createDetail, always: true},
					],
				},
			});
			if (answer.kind !== 'picked') return back;
			const integration = choices.find(({id}) => id === answer.id);
			if (integration !== undefined) return next({...connected, integration: {kind: 'existing', integration}});
			const request = await askNewIntegration(connected, choices, context);
			if (request !== undefined) return next({...connected, integration: {kind: 'new', request}});
		}
	},
};

/** Adds the integration of the profile where it is not listed among those that accept files. */
function withCurrent(listed: readonly NamedItem[], current: SetUpAnswers['integration']): readonly NamedItem[] {
	if (current?.kind !== 'existing' || listed.some(({id}) => id === current.integration.id)) return listed;
	return [current.integration, ...listed];
}

/** Returns every integration that accepts files; `undefined` if the user stops it or goes back. */
async function loadIntegrations(
	account: ConnectedWorkspace,
	{prompter}: StepContext,
): Promise<readonly NamedItem[] | undefined> {
	for (;;) {
		try {
			const result = await prompter.wait(texts.loading, async signal => {
				const integrations: NamedItem[] = [];
				for await (const page of account.integrations(signal)) integrations.push(...page);
				return integrations;
			});
			return result.kind === 'done' ? result.value : undefined;
		} catch (error) {
			if (!(await retries(error, prompter))) return undefined;
		}
	}
}

/** Shows an error. Returns true if the user wants to retry. @throws any error but a UserError */
async function retries(error: unknown, prompter: StepContext['prompter']): Promise<boolean> {
	if (!(error instanceof UserError)) throw error;
	const answer = await prompter.ask({
		prompt: texts.loadingFailed,
		error: errorLine(error),
		question: {kind: 'keys'},
		keys: [{keys: ['enter'], action: 'retry', label: texts.retry, help: ''}],
	});
	return answer.kind === 'key';
}

/** Connects to the workspace of a profile with its stored token, else with one that the user types. */
async function reconnect(
	{workspace}: SetUpAnswers,
	{prompter, setup, profile}: StepContext,
): Promise<ConnectedWorkspace | undefined> {
	if (workspace === undefined) return undefined;
	const result =
		profile && (await prompter.wait(texts.connecting, signal => profile.connect(signal), [keyringPassword]));
	const trial = result?.kind === 'done' ? result.value : undefined;
	if (trial?.kind === 'good') return trial.account;
	const lines = trial === undefined ? [] : [trial.message, ''];
	return (await askForWorkingToken(prompter, setup, workspace, {canChangeRegion: false, lines}))?.account;
}
