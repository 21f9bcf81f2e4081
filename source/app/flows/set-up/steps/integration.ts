import {errorLine, UserError} from '../../../../errors/user-error.ts';
import type {WaitResult} from '../../../screens/form/form.ts';
import type {ConnectedWorkspace, IntegrationRequest, NamedItem} from '../../../services.ts';
import {askForWorkingToken} from '../../ask-for-token.ts';
import {back, next, type SetUpAnswers, type SetUpStep, type StepContext} from '../answers.ts';

const makeNew = 'new';

/** The integration: one that is there, or a new one, which is only made at the end. */
export const integrationStep: SetUpStep = {
	name: 'place',
	label: 'Integration',
	summarize({integration: place}) {
		if (place === undefined) return undefined;
		return place.kind === 'there' ? place.place.name : `${place.wanted.name} (new, ${place.wanted.type})`;
	},
	isNeeded: () => true,
	async ask(found, context) {
		const account = found.account ?? (await reconnect(found, context));
		if (account === undefined) return back;
		const with_ = {...found, account};
		const listed = await readPlaces(account, context);
		if (listed === undefined) return back;
		const places = withOwn(listed, found.integration);
		for (;;) {
			const answer = await context.prompter.ask({
				prompt: 'Which integration shall the file go to?',
				lines: [
					places.length === 0
						? 'There is none yet that takes files.'
						: 'Only those that take files are listed. Each file is the full picture of its integration.',
				],
				question: {
					kind: 'choice',
					search: true,
					selected: found.integration?.kind === 'there' ? found.integration.place.id : undefined,
					items: [
						...places.map(({id, name}) => ({id, label: name, detail: id})),
						{id: makeNew, label: 'A new one', detail: 'made at the end', always: true},
					],
				},
			});
			if (answer.kind !== 'picked') return back;
			const place = places.find(({id}) => id === answer.id);
			if (place !== undefined) return next({...with_, integration: {kind: 'there', place}});
			const wanted = await askNew(with_, places, context);
			if (wanted !== undefined) return next({...with_, integration: {kind: 'new', wanted}});
		}
	},
};

/** That of a profile stays to be chosen, also where it is not listed among those that take files. */
function withOwn(listed: readonly NamedItem[], own: SetUpAnswers['integration']): readonly NamedItem[] {
	if (own?.kind !== 'there' || listed.some(({id}) => id === own.place.id)) return listed;
	return [own.place, ...listed];
}

/** Every integration that takes files; `undefined` when the person does not want to wait, or goes back. */
async function readPlaces(
	account: ConnectedWorkspace,
	{prompter}: StepContext,
): Promise<readonly NamedItem[] | undefined> {
	for (;;) {
		try {
			const read = await prompter.wait('Reading the integrations', async signal => {
				const found: NamedItem[] = [];
				for await (const page of account.integrations(signal)) found.push(...page);
				return found;
			});
			return read.kind === 'done' ? read.value : undefined;
		} catch (error) {
			if (!(await again(error, prompter))) return undefined;
		}
	}
}

/** Says what went wrong, and asks whether to try again. @throws what no person can meet */
async function again(error: unknown, prompter: StepContext['prompter']): Promise<boolean> {
	if (!(error instanceof UserError)) throw error;
	const answer = await prompter.ask({
		prompt: 'The integrations cannot be read',
		error: errorLine(error),
		question: {kind: 'keys'},
		keys: [{keys: ['enter'], action: 'again', label: 'try again', help: ''}],
	});
	return answer.kind === 'key';
}

/** The workspace of a profile that is changed, with its stored token, or with one that is asked for. */
async function reconnect(
	{workspace}: SetUpAnswers,
	{prompter, setup, start}: StepContext,
): Promise<ConnectedWorkspace | undefined> {
	if (workspace === undefined) return undefined;
	const waited =
		start &&
		(await prompter.wait('Connecting with the stored token', signal => start.connect(signal), [
			'The keyring may ask for its password in a window of its own.',
		]));
	const tried = waited?.kind === 'done' ? waited.value : undefined;
	if (tried?.kind === 'good') return tried.account;
	const lines = tried === undefined ? [] : [tried.message, ''];
	return (await askForWorkingToken(prompter, setup, workspace, {canChangeRegion: false, lines}))?.account;
}

/** Name, type and teams of a new integration. */
async function askNew(
	{account, integration: place}: SetUpAnswers,
	places: readonly NamedItem[],
	{prompter, setup}: StepContext,
): Promise<IntegrationRequest | undefined> {
	let value = place?.kind === 'new' ? place.wanted.name : '';
	let error: string | undefined;
	for (;;) {
		const named = await prompter.ask({
			prompt: 'What shall the new integration be called?',
			lines: ['Its name becomes part of what identifies each page: choose one that can stay.'],
			error,
			question: {kind: 'text', value, masked: false},
		});
		if (named.kind !== 'typed') return undefined;
		value = named.text.trim();
		error = nameFault(value, places);
		if (error !== undefined) continue;
		const typed = await prompter.ask({
			prompt: `What kind is "${value}"?`,
			question: {
				kind: 'choice',
				search: true,
				items: setup.types.map(type => ({
					id: type,
					label: type,
					detail: type === 'custom' ? 'files of any kind' : 'not listed here the next time',
				})),
			},
		});
		if (typed.kind !== 'picked') continue;
		const teams = account === undefined ? [] : await askTeams(account, prompter);
		if (teams !== undefined) return {name: value, type: typed.id, teams};
	}
}

function nameFault(name: string, places: readonly NamedItem[]): string | undefined {
	if (name === '') return 'It needs a name.';
	return places.some(place => place.name === name)
		? `There is "${name}" already. Go back to choose that one, or give this one another name.`
		: undefined;
}

/** The teams it belongs to; with only one there is nothing to ask. */
async function askTeams(
	account: ConnectedWorkspace,
	prompter: StepContext['prompter'],
): Promise<readonly string[] | undefined> {
	const read = await prompter
		.wait('Reading the teams', signal => account.teams(signal))
		.catch((error): WaitResult<readonly NamedItem[]> => {
			if (!(error instanceof UserError)) throw error;
			// Without a word it joins the General team.
			return {kind: 'done', value: []};
		});
	if (read.kind !== 'done') return undefined;
	if (read.value.length < 2) return [];
	const answer = await prompter.ask({
		prompt: 'Which teams does it belong to?',
		lines: ['None chosen: the General team.'],
		question: {kind: 'several', items: read.value.map(({id, name}) => ({id, label: name})), chosen: []},
	});
	return answer.kind === 'several' ? answer.ids : undefined;
}
