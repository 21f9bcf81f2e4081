import type {AppServices} from '../services/app-services.ts';
import type {Stage} from '../stage.ts';
import {Prompter} from './prompter.ts';
import {pickFileTexts, sharedTexts, startTexts as texts} from './texts.ts';

export type StartOption = 'file' | 'sandbox' | 'connect' | 'query' | 'history' | 'quit';

const startOptions: ReadonlyArray<{readonly id: StartOption; readonly label: string; readonly detail: string}> = [
	{id: 'file', label: texts.file, detail: texts.fileDetail},
	{id: 'sandbox', label: texts.sandbox, detail: texts.sandboxDetail},
	{id: 'connect', label: texts.connect, detail: texts.connectDetail},
	{id: 'query', label: pickFileTexts.noFile, detail: pickFileTexts.noFileDetail},
	{id: 'history', label: texts.history, detail: texts.historyDetail},
];

/** Asks what to start with. */
export async function chooseStart(
	stage: Stage,
	{setup, uploads}: AppServices,
	{back, selected}: {readonly back: 'quit' | 'back'; readonly selected?: StartOption | undefined},
): Promise<StartOption> {
	// At home, a key shows the history.
	const hasHistory = back === 'quit' && uploads.hasUploads();
	const items = startOptions.filter(({id}) => id !== 'history' || hasHistory);
	const answer = await new Prompter(stage, sharedTexts.program).ask({
		prompt: texts.prompt,
		lines: [texts.about, ...(setup.hasEnvironmentToken ? [texts.environmentToken] : [])],
		question: {kind: 'choice', search: false, items, selected},
		keys: [{keys: ['q'], action: 'quit', help: ''}],
		back,
	});
	return answer.kind === 'picked' ? (startOptions.find(({id}) => id === answer.id)?.id ?? 'quit') : 'quit';
}
