import type {AppServices} from '../services.ts';
import type {Stage} from '../stage.ts';
import {Prompter} from './prompter.ts';

export type StartOption = 'file' | 'sandbox' | 'connect' | 'quit';

const startOptions: ReadonlyArray<{readonly id: StartOption; readonly label: string; readonly detail: string}> = [
	{id: 'file', label: 'Check a file', detail: 'fix its problems; needs no account'},
	{id: 'sandbox', label: 'Try the sandbox', detail: 'an example and a Secoda in here'},
	{id: 'connect', label: 'Connect a workspace', detail: 'save where a file goes, and send it'},
];

/** What a person can begin with. */
export async function chooseStart(
	stage: Stage,
	{setup}: AppServices,
	{back, selected}: {readonly back: 'quit' | 'back'; readonly selected?: StartOption | undefined},
): Promise<StartOption> {
	const answer = await new Prompter(stage, 'secoda-upload').ask({
		prompt: 'What would you like to do?',
		lines: [
			'This program brings the description of a warehouse into the Secoda catalog.',
			...(setup.hasEnvironmentToken ? ['The token in SECODA_API_TOKEN will be used.'] : []),
		],
		question: {kind: 'choice', search: false, items: startOptions, selected},
		keys: [{keys: ['q'], action: 'quit', help: ''}],
		back,
	});
	return answer.kind === 'picked' ? (startOptions.find(({id}) => id === answer.id)?.id ?? 'quit') : 'quit';
}
