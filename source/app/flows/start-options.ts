import type {AppServices} from '../services.ts';
import type {Stage} from '../stage.ts';
import {Prompter} from './prompter.ts';
import {pickFileTexts, sharedTexts, startTexts as texts} from './texts.ts';

export type StartOption = 'file' | 'sandbox' | 'connect' | 'query' | 'quit';

const startOptions: ReadonlyArray<{readonly id: StartOption; readonly label: string; readonly detail: string}> = [
	{id: 'file', label: texts.file, detail: texts.fileDetail},
	{id: 'sandbox', label: texts.sandbox, detail: texts.sandboxDetail},
	{id: 'connect', label: texts.connect, detail: texts.connectDetail},
	{id: 'query', label: pickFileTexts.noFile, detail: pickFileTexts.noFileDetail},
];

/** Asks what to start with. */
export async function chooseStart(
	stage: Stage,
	{setup}: AppServices,
	{back, selected}: {readonly back: 'quit' | 'back'; readonly selected?: StartOption | undefined},
): Promise<StartOption> {
	const answer = await new Prompter(stage, sharedTexts.program).ask({
		prompt: texts.prompt,
		lines: [texts.about, ...(setup.hasEnvironmentToken ? [texts.environmentToken] : [])],
		question: {kind: 'choice', search: false, items: startOptions, selected},
		keys: [{keys: ['q'], action: 'quit', help: ''}],
		back,
	});
	return answer.kind === 'picked' ? (startOptions.find(({id}) => id === answer.id)?.id ?? 'quit') : 'quit';
}
