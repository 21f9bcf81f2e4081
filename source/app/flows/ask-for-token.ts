import type {SetupServices} from '../services/set-up.ts';
import type {ConnectedWorkspace, TokenCheckResult, Workspace} from '../services/workspace.ts';
import type {Prompter} from './prompter.ts';
import {tokenPromptTexts as texts} from './texts.ts';

/** A workspace, and the account of a valid token. */
export type WorkspaceConnection = {readonly account: ConnectedWorkspace; readonly workspace: Workspace};

export type TokenPromptOptions = {
	/** Why a token is asked for. */
	readonly lines?: readonly string[];
	/** True if another region may be tried with the same token. */
	readonly canChangeRegion: boolean;
	onRegionChange?(workspace: Workspace): void;
};

/** Asks for a token until one is valid. Returns `undefined` if the user goes back. */
export async function askForWorkingToken(
	prompter: Prompter,
	setup: SetupServices,
	workspace: Workspace,
	options: TokenPromptOptions,
): Promise<WorkspaceConnection | undefined> {
	const {lines = []} = options;
	for (;;) {
		const pasted = await showTokenPage(prompter, setup, workspace, lines);
		if (pasted === undefined) return undefined;
		let typed = pasted;
		let error: string | undefined;
		for (;;) {
			const text = error === undefined && typed !== '' ? typed : await askToken(prompter, workspace, typed, error);
			if (text === undefined) break;
			const result = await tryRegions(text, prompter, setup, workspace, options);
			if ('account' in result) return result;
			error = result.message;
			// A token that was not verified may be valid: it stays in the field.
			typed = result.refused ? '' : text;
		}
	}
}

/**
Verifies a token: the typed one, or that of the environment. If it is rejected, other regions are offered; none is tried
without the user's choice.

@returns the connection, or why the token cannot be used
*/
export async function tryRegions(
	typed: string | undefined,
	prompter: Prompter,
	setup: SetupServices,
	workspace: Workspace,
	{canChangeRegion, onRegionChange}: TokenPromptOptions,
): Promise<WorkspaceConnection | {readonly message: string; readonly refused: boolean}> {
	let current = workspace;
	for (;;) {
		const trial = await tryToken(prompter, setup, current, typed);
		if (trial.kind === 'good') {
			if (current !== workspace) onRegionChange?.(current);
			return {account: trial.account, workspace: current};
		}

		const canBeElsewhere = canChangeRegion && workspace.isRegion && (trial.refused || current !== workspace);
		if (!canBeElsewhere) return trial;
		const other = await offerRegions(prompter, setup, current, trial);
		if (other === undefined) return {message: trial.message, refused: true};
		current = other;
	}
}

async function tryToken(
	prompter: Prompter,
	setup: SetupServices,
	workspace: Workspace,
	typed: string | undefined,
): Promise<TokenCheckResult> {
	const result = await prompter.wait(texts.verifying(workspace.host), signal =>
		setup.checkToken(workspace, typed, signal),
	);
	return result.kind === 'done' ? result.value : {kind: 'bad', refused: false, message: texts.stopped};
}

/** Shows the masked field. Returns `undefined` if the user goes back. */
async function askToken(
	prompter: Prompter,
	{host}: Workspace,
	value: string,
	error: string | undefined,
): Promise<string | undefined> {
	const answer = await prompter.ask({
		prompt: texts.prompt(host),
		lines: [texts.about],
		error,
		question: {kind: 'text', value, masked: true},
		enter: texts.verify,
	});
	return answer.kind === 'typed' ? answer.text : undefined;
}

/** Shows where to create a token. Returns a pasted token, '' to ask for one, `undefined` if the user goes back. */
async function showTokenPage(
	prompter: Prompter,
	setup: SetupServices,
	{tokenPage}: Workspace,
	lines: readonly string[],
): Promise<string | undefined> {
	let result: readonly string[] = [];
	for (;;) {
		const answer = await prompter.ask({
			prompt: texts.pagePrompt,
			lines: [...lines, texts.pageAbout, '', `  ${tokenPage}`, ...result],
			question: {kind: 'keys', takesPaste: true},
			keys: [
				{keys: ['o'], action: 'open', label: texts.openPage, help: ''},
				{keys: ['enter'], action: 'enter-token', label: texts.enterToken, help: ''},
			],
		});
		if (answer.kind === 'typed') return answer.text;
		if (answer.kind !== 'key') return undefined;
		if (answer.action === 'enter-token') return '';
		result = ['', (await setup.openPage(tokenPage)) ? texts.opened : texts.notOpened];
	}
}

/** Offers the other regions. Returns `undefined` if the user wants to enter another token. */
async function offerRegions(
	prompter: Prompter,
	{regions}: SetupServices,
	{name, url}: Workspace,
	{message, refused}: {readonly message: string; readonly refused: boolean},
): Promise<Workspace | undefined> {
	const picked = await prompter.pick({
		prompt: refused ? texts.rejected(name) : texts.notVerified(name),
		lines: [refused ? texts.oneRegion(message) : message],
		items: [
			{id: 'another', label: texts.another},
			...regions
				.filter(region => region.url !== url)
				.map(region => ({id: region.url, label: texts.region(region.name), detail: region.host})),
		],
	});
	return regions.find(region => region.url === picked);
}
